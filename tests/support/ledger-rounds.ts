import { type FinanceSchool, openBooks } from '../../domain/finance/books.ts';
import { draftInvoice, issueInto } from '../../domain/finance/issue-invoice.ts';
import { counterEntity } from '../../domain/finance/ledger.entity.ts';
import {
  checkoutEntity,
  checkoutSessionEntity,
} from '../../domain/finance/online/checkout.entity.ts';
import { handleNotice } from '../../domain/finance/online/handle-facts.ts';
import {
  accountSchoolEntity,
  paymentAccountEntity,
} from '../../domain/finance/online/payment-account.entity.ts';
import { settingsWith } from '../../domain/schools/settings.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Context } from '../../domain/store/context.ts';
import type { Row, TablePort } from '../../domain/store/port.ts';
import { createStore } from '../../domain/store/store.ts';
import { create } from '../../domain/store/write.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { factsOf, isHandled, stripeEvent } from '../../functions/shared/stripe-events.ts';
import { financeInvariants } from './audit/finance.ts';
import { paymentInvariants } from './audit/payments.ts';
import { audit } from './auditor.ts';
import { plantCast, writeAll } from './booking-cast.ts';
import { createFaults, type Faults, withFaults } from './faults.ts';
import { eventsOf, expectedOf, tellStory } from './ledger-events.ts';
import { type PaperProvider, paperProvider } from './paper-provider.ts';
import { type Random, seededRandom } from './random.ts';
import { createWorld, TEST_NOW, testContext } from './store-world.ts';
import { createTwin } from './twin.ts';

/**
 * The ledger figure: payments, refunds and disputes told by Stripe's events, of which 30 % come twice
 * and all in another order, fifty at a time, with 30 % injected conflicts and lost replies. In the end
 * every ledger must say to the øre what really happened, with one receipt per payment.
 */
export type LedgerResult = {
  /** deliveries, copies included */
  copies: number;
  payments: number;
  /** minor units that ledgers are off, all students together */
  off: number;
  receipts: number;
  injected: number;
  violations: string[];
};

export type LedgerOptions = { copies: number; seed: number };

/** A table to play on: how it is filled, where the use cases find it, its rows for the auditor. */
type Ground = {
  port: TablePort;
  context: Context;
  faults: Faults;
  rows(): Promise<Row[]> | Row[];
};

const RATES = { conflict: 0.3, 'timeout-after': 0.05, 'timeout-before': 0.02 };
const STUDENTS = 25;
const AT_ONCE = 50;
const DUPLICATED = 0.3;

export function twinLedger(options: LedgerOptions): Promise<LedgerResult> {
  return play(options, (seed) => {
    const world = createWorld({ seed, rates: RATES });
    const context = world.context({ now: () => TEST_NOW });
    return { port: world.twin, context, faults: world.faults, rows: world.twin.rows };
  });
}

/** The same on a real table, with the same bad luck put before it. Tables are made by the caller. */
export function portLedger(
  options: LedgerOptions,
  table: () => Promise<{ port: TablePort; rows(): Promise<Row[]> }>,
): Promise<LedgerResult> {
  return play(options, async (seed) => {
    const { port, rows } = await table();
    const faults = createFaults(seed, RATES);
    const context = testContext(createStore({ port: withFaults(port, faults) }));
    return { port, context, faults, rows };
  });
}

type GroundFor = (seed: number) => Ground | Promise<Ground>;

async function play({ copies, seed }: LedgerOptions, ground: GroundFor): Promise<LedgerResult> {
  const total: LedgerResult = {
    ...{ copies: 0, payments: 0, off: 0, receipts: 0, injected: 0 },
    violations: [],
  };
  const planted = await plant(seededRandom(seed));
  for (let round = 0; total.copies < copies; round++) {
    await playRound(total, planted, seed + round * 7_919, ground);
  }
  return total;
}

/** One school, a payment for each of its students, and every event of them. */
async function playRound(
  total: LedgerResult,
  planted: Planted,
  seed: number,
  groundFor: GroundFor,
) {
  const random = seededRandom(seed);
  const ground = await groundFor(seed);
  await load(ground.port, planted.rows);
  const { context, faults } = ground;
  const stories = planted.open.map((one) => tellStory(random, one));
  const events = stories.flatMap(eventsOf);
  const deliveries = shuffled(random, [
    ...events,
    ...events.filter(() => random.chance(DUPLICATED)),
  ]);
  await deliver(context, planted.school, deliveries, total.violations);

  const found = await ground.rows();
  for (const story of stories) {
    const { studentId = '' } = story.reference;
    const entries = found.filter(
      (row) => row.__edb_e__ === 'ledger-entry' && row.studentId === studentId,
    );
    const stated = entries.reduce((sum, { amount }) => sum + Number(amount), 0);
    total.off += Math.abs(stated - story.amount - expectedOf(story));
  }
  const receipts = found.filter(
    ({ __edb_e__: kind, event }) =>
      kind === 'outbox' && (event as EventEnvelope).name === 'PaymentReceived',
  );
  const waiting = found.filter(({ __edb_e__: kind }) => kind === 'waiting-fact');
  if (waiting.length > 0) total.violations.push(`seed ${seed}: ${waiting.length} facts wait`);
  const violations = audit(found, {}, [...financeInvariants, ...paymentInvariants]);
  total.violations.push(...violations.map(({ sentence }) => `seed ${seed}: ${sentence}`));
  total.copies += deliveries.length;
  total.payments += stories.length;
  total.receipts += receipts.length;
  total.injected += Object.values(faults.counts).reduce((sum, count) => sum + count, 0);
}

/** Puts the planted rows into a fresh table. */
export async function load(port: TablePort, rows: readonly Row[]): Promise<void> {
  for (let first = 0; first < rows.length; first += 100) {
    const some = rows.slice(first, first + 100);
    await port.transactWrite(
      some.map((row) => ({ kind: 'put', row })),
      `planted-${first}`,
    );
  }
}

type Planted = Awaited<ReturnType<typeof plant>>;

/**
 * A connected school whose students each have an invoice and an open session to pay it by. Made once:
 * every round begins with these very rows, and only what Stripe tells of them differs.
 */
export async function plant(random: Random) {
  const twin = createTwin();
  const context = testContext(createStore({ port: twin }));
  const { school, students } = await plantCast(context, {
    ...{ teachers: 0, vehicles: 0, students: STUDENTS },
  });
  const { schoolId } = school;
  const account = `acct_${schoolId}`;
  const facts = { generation: 1, toldAt: 0, createdAt: context.now(), version: 1 };
  const able = { status: 'active', chargesEnabled: true, payoutsEnabled: true } as const;
  await writeAll(context, [
    create(counterEntity.create({ schoolId, series: 'invoice', next: 1, version: 1 })),
    create(accountSchoolEntity.create({ account, schoolId })),
    create(paymentAccountEntity.create({ schoolId, account, ...able, ...facts })),
  ]);
  const open: Parameters<typeof tellStory>[1][] = [];
  for (const [n, studentId] of students.entries()) {
    const amount = 1_000 + random.int(2_000_000);
    const invoiceId = await issue(context, school, studentId, amount);
    const [sessionId, attemptKey] = [`cs_${n}`, '0001'];
    await writeAll(context, [
      create(
        checkoutEntity.create({
          ...{ schoolId, invoiceId, attemptKey, studentId, account, amount, currency: 'DKK' },
          ...{ description: 'Faktura', state: 'open', sessionId, url: 'https://x.example' },
          ...{ expiresAt: context.now(), createdAt: context.now(), version: 1 },
        }),
      ),
      create(checkoutSessionEntity.create({ schoolId, sessionId, invoiceId, attemptKey })),
    ]);
    const reference = { schoolId, invoiceId, attempt: attemptKey, studentId };
    open.push({ n, account, sessionId, amount, reference });
  }
  // Nobody is told of what was planted.
  const rows = twin.rows().filter((row) => row.__edb_e__ !== 'outbox');
  return { school, open, rows };
}

type School = Planted['school'];

async function issue(
  context: Context,
  school: FinanceSchool,
  studentId: string,
  unitPrice: number,
): Promise<string> {
  const invoiceId = context.newId('inv');
  const line = { description: 'Lektion', quantity: 1, unitPrice, vatRate: 25, vatExemption: null };
  const buyer = { name: 'Anna Berg', email: 'anna@example.dk' };
  const draft = { invoiceId, studentId: studentId as PersonId, lines: [line], buyer };
  await context.store.transact(context, async () => {
    const books = await openBooks(context, school, studentId);
    await issueInto(books, settingsWith({}), draftInvoice(context, school, draft));
    return { ...(await books.plan()), result: null };
  });
  return invoiceId;
}

/** Fifty workers take from the pile; what fails is delivered again, as a queue does. */
async function deliver(
  context: Context,
  school: School,
  deliveries: readonly object[],
  violations: string[],
): Promise<void> {
  const carryOut = processor(context, school);
  const pile = deliveries.map((event) => ({ event, tries: 0 }));
  const work = async () => {
    for (let next = pile.pop(); next; next = pile.pop()) {
      try {
        await carryOut(next.event);
      } catch (error) {
        if (next.tries >= 5) violations.push(`an event ended with ${error}`);
        else pile.unshift({ ...next, tries: next.tries + 1 });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** What webhook and worker make of one event of Stripe's, who knows these refunds when asked. */
export function processor(
  context: Context,
  school: School,
  refunds: PaperProvider['refunds'] = [],
) {
  const { provider, ...paper } = paperProvider();
  paper.refunds.push(...refunds);
  const desk = { livemode: false, provider, readSchool: async () => school };
  return async (raw: object): Promise<void> => {
    if (!isHandled(String((raw as { type?: unknown }).type))) return;
    const event = stripeEvent.parse(raw);
    const { id: eventId, type, account = null, livemode = null } = event;
    await handleNotice(context, desk, { eventId, type, account, livemode, facts: factsOf(event) });
  };
}

function shuffled<T>(random: Random, items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}

/** The line that the README quotes. */
export function ledgerLine(where: string, result: LedgerResult, seconds: number): string {
  const { copies, payments, off, receipts, injected, violations } = result;
  const verdict = violations.length === 0 ? 'auditor clean' : `${violations.length} VIOLATIONS`;
  return `ledger (${where}): ${copies} webhook copies, 30 % duplicated, all reordered, ${payments} payments, ${off} øre off, ${receipts} receipts, ${injected} faults injected, ${verdict}, ${seconds.toFixed(1)} s`;
}
