import { HOUR, MINUTE, plusMilliseconds } from '../../shared/instant.ts';
import type { Context } from '../../store/context.ts';
import { dueAt } from '../../store/due.ts';
import type { RowKey, TransactItem } from '../../store/port.ts';
import type { DueKind } from '../../store/sweep-due.ts';
import { check, checkAbsent, create, remove, replace } from '../../store/write.ts';
import type { Handled, MoneyFact } from './facts.ts';
import { type ProviderFactRow, providerFactEntity } from './provider-fact.entity.ts';
import { type WaitingFactRow, waitingFactEntity } from './waiting-fact.entity.ts';

/** 5, 10, 20 ... minutes, then twice a day. */
const FIRST_WAIT = 5 * MINUTE;
const LONGEST_WAIT = 12 * HOUR;
/** After about a day a person should look. */
const LONG = 9;

type Parked = { account: string; paymentIntentId: string; factKey: string; fact: MoneyFact };

/**
 * Plans the wait of a fact for its payment. The transaction holds only while that is as it was read,
 * so a payment booked at the same moment is not missed:
 *
 *   refund reads: no payment ─ payment is booked, looks for what waits: nothing ─ refund waits ✗
 */
export async function park(
  context: Context,
  schoolId: string,
  { account, paymentIntentId, factKey, fact }: Parked,
  booked: ProviderFactRow | null,
): Promise<{ writes: TransactItem[]; result: Handled }> {
  const key = { schoolId, paymentIntentId, factKey };
  const there = await context.store.get(waitingFactEntity, waitingFactEntity.get(key));
  if (there) {
    const attention = there.tries >= LONG && { attention: 'waits_long' as const };
    return { writes: [], result: { outcome: 'waiting', ...attention } };
  }
  const row: WaitingFactRow = {
    ...key,
    ...{ fact, tries: 0, createdAt: context.now(), version: 1 },
    ...dueAt(plusMilliseconds(context.now(), FIRST_WAIT), paymentIntentId),
  };
  const payment = providerFactEntity.remove({
    account,
    objectId: paymentIntentId,
    kind: 'payment',
  });
  const asRead = booked
    ? check(payment.where(({ version }, { eq }) => eq(version, booked.version)))
    : checkAbsent(payment);
  return {
    writes: [create(waitingFactEntity.create(row)), asRead],
    result: { outcome: 'waiting' },
  };
}

export function readWaiting(
  context: Context,
  schoolId: string,
  paymentIntentId: string,
): Promise<WaitingFactRow[]> {
  const query = waitingFactEntity.query.byPayment({ schoolId, paymentIntentId });
  return context.store.all(waitingFactEntity, query);
}

/** Ends a wait. The fact is booked by now, or will be known as soon as it is told again. */
export async function forget(context: Context, waiting: WaitingFactRow): Promise<void> {
  const { schoolId, paymentIntentId, factKey } = waiting;
  const key = { schoolId, paymentIntentId, factKey };
  await context.store.transact(context, async () => {
    const there = await context.store.get(waitingFactEntity, waitingFactEntity.get(key));
    return { writes: there ? [remove(waitingFactEntity.remove(key))] : [], result: null };
  });
}

/** What a waiting fact's turn is put into the queue as. */
export type WaitingTurn = { kind: 'waiting'; schoolId: string; paymentIntentId: string };

/** Facts that wait are looked at again, less and less often; their payment also fetches them itself. */
export function waitingFacts(enqueue: (turn: WaitingTurn) => Promise<void>): DueKind {
  return {
    name: 'waiting-fact',
    owns: ({ pk }) => pk.includes('#wait#'),
    async carryOut(context, key) {
      const turn = await claim(context, key);
      if (turn) await enqueue(turn);
    },
  };
}

async function claim(context: Context, { pk, sk }: RowKey): Promise<WaitingTurn | null> {
  const [schoolId = '', , paymentIntentId = ''] = pk.split('#');
  const key = { schoolId, paymentIntentId, factKey: sk };
  return context.store.transact<WaitingTurn | null>(context, async () => {
    const row = await context.store.get(waitingFactEntity, waitingFactEntity.get(key));
    if (!row?.dueAt || row.dueAt > context.now()) return { writes: [], result: null };
    const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (row.tries + 1));
    const next = {
      ...row,
      ...dueAt(plusMilliseconds(context.now(), wait), paymentIntentId),
      ...{ tries: row.tries + 1, version: row.version + 1 },
    };
    return {
      writes: [replace(waitingFactEntity, next)],
      result: { kind: 'waiting', schoolId, paymentIntentId },
    };
  });
}
