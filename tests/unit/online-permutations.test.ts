import { beforeAll, describe, expect, it } from 'vitest';
import { financeInvariants } from '../support/audit/finance.ts';
import { paymentInvariants } from '../support/audit/payments.ts';
import { audit } from '../support/auditor.ts';
import { eventsOf, type Story } from '../support/ledger-events.ts';
import { load, plant, processor } from '../support/ledger-rounds.ts';
import { seededRandom } from '../support/random.ts';
import { createWorld, TEST_NOW } from '../support/store-world.ts';

const KINDS = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'payment_intent.succeeded',
  'charge.refunded',
  'charge.dispute.created',
] as const;

let planted: Awaited<ReturnType<typeof plant>>;
beforeAll(async () => {
  planted = await plant(seededRandom(5));
});

/** A payment of which a part went back and the rest was disputed, and its five events. */
function fiveOf(open: Parameters<typeof eventsOf>[0]): [Story, object[]] {
  const story = { ...open, delayed: true, refunds: [400], dispute: { amount: 600, won: false } };
  const events = eventsOf(story) as { type: string }[];
  const five = KINDS.map((type) => events.find((event) => event.type === type) as object);
  return [story, five];
}

function* permutations<T>(items: readonly T[]): Generator<T[]> {
  if (items.length === 0) yield [];
  for (const [i, first] of items.entries()) {
    for (const rest of permutations(items.toSpliced(i, 1))) yield [first, ...rest];
  }
}

type Deliver = (carryOut: (event: object) => Promise<void>, events: object[]) => Promise<void>;

/** Orders in worlds of bad luck, one student of the planted school for each. */
async function inOrders(orders: readonly number[][], deliver: Deliver) {
  const wrong: string[] = [];
  for (let first = 0; first < orders.length; first += planted.open.length) {
    const some = orders.slice(first, first + planted.open.length);
    const world = createWorld({
      seed: 100 + first,
      rates: { conflict: 0.3, 'timeout-after': 0.1, 'timeout-before': 0.05 },
    });
    await load(world.twin, planted.rows);
    const refunds = planted.open.map(({ n, account }) => ({
      ...{ account, refundId: `re_${n}_0`, paymentIntentId: `pi_${n}`, amount: 400 },
      ...({ currency: 'DKK', status: 'succeeded', ownId: null, created: 1 } as const),
    }));
    const context = world.context({ now: () => TEST_NOW });
    const carryOut = processor(context, planted.school, refunds);
    const stories = some.map((order, i) => {
      const [story, five] = fiveOf(planted.open[i] as never);
      return { story, events: order.map((at) => five[at] as object) };
    });

    await Promise.all(stories.map(({ events }) => deliver(carryOut, events)));

    for (const { story, events } of stories) {
      const { studentId } = story.reference;
      const ledger = world
        .rowsOf('ledger-entry')
        .filter((entry) => entry.studentId === studentId)
        .map(({ kind, amount, externalId }) => `${kind} ${amount} ${externalId}`)
        .sort();
      const expected = [
        `dispute 600 dp_${story.n}`,
        `invoice ${story.amount} undefined`,
        `payment ${-story.amount} pi_${story.n}`,
        `refund 400 re_${story.n}_0`,
      ];
      const told = events.map((event) => (event as { type: string }).type).join(', ');
      if (ledger.join() !== expected.join()) wrong.push(`${told}: ${ledger.join(', ')}`);
    }
    const receipts = world
      .rowsOf('outbox')
      .filter(({ event }) => (event as { name: string }).name === 'PaymentReceived');
    if (receipts.length !== some.length) wrong.push(`${receipts.length} receipts`);
    if (world.rowsOf('waiting-fact').length > 0) wrong.push('facts wait');
    const violations = audit(world.twin.rows(), {}, [...financeInvariants, ...paymentInvariants]);
    wrong.push(...violations.map(({ sentence }) => sentence));
    expect(world.faults.counts.conflict).toBeGreaterThan(10);
  }
  expect(wrong).toEqual([]);
}

describe('completed, async_succeeded, intent_succeeded, refunded and dispute', () => {
  const orders = [...permutations(KINDS.map((_, at) => at))];

  it('end in the same ledger in every order, each told twice', async () => {
    await inOrders(orders, async (carryOut, events) => {
      for (const event of [...events, ...events]) await carryOut(event);
    });

    expect(orders).toHaveLength(120);
  }, 1_200_000);

  it('end in the same ledger told fifty at a time', async () => {
    await inOrders(orders.slice(0, 5), async (carryOut, events) => {
      const copies = Array.from({ length: 10 }, () => events).flat();
      await Promise.all(copies.map(carryOut));
    });
  }, 1_200_000);
});
