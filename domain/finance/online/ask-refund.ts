import { DomainError } from '../../shared/errors.ts';
import { HOUR, plusMilliseconds } from '../../shared/instant.ts';
import type { Context } from '../../store/context.ts';
import { dueAt } from '../../store/due.ts';
import type { RowKey } from '../../store/port.ts';
import type { DueKind } from '../../store/sweep-due.ts';
import { create, remove, replace } from '../../store/write.ts';
import type { FinanceSchool } from '../books.ts';
import type { PaymentRow } from '../payment.entity.ts';
import { planRefundFailed, planRefundRequest } from '../plan-refund.ts';
import { readPayment, readRefund } from '../read-finance.ts';
import type { RefundRow } from '../refund.entity.ts';
import { type AskedRefundRow, askedRefundEntity } from './asked-refund.entity.ts';
import { withoutReplay } from './connect-account.ts';
import type { Handled } from './facts.ts';
import { postRefund, tellFailed } from './post-refund.ts';
import { type PaymentProvider, ProviderRefused } from './provider.ts';

/** After this nobody is waiting for the answer any more: what became of it is looked up. */
const LOOK_AFTER = HOUR;

export type RefundAsked = { amount: number; reason: string };
type Refunding = Pick<PaymentProvider, 'refund' | 'refundsOf'>;

/**
 * Refunds money that came in online, while the caller waits. The promise is written down first, and
 * the provider is asked under its id: a retry, with or without an `Idempotency-Key`, asks for the same
 * refund as long as nobody has been answered, and never for a second one.
 *
 *   promise ref_1 ─ provider refunds, answer lost, 503 ─ its event books re_1
 *   same words again: ref_1 stands ─ asked under its id ─ re_1 ─ 201, once
 *
 * Throws `refund_exceeds_rest`, `in_progress` while another refund of the payment is unanswered, and
 * `unavailable` (503) when the provider is down.
 */
export async function askRefund(
  context: Context,
  school: FinanceSchool,
  payment: PaymentRow,
  asked: RefundAsked,
  provider: Refunding,
): Promise<RefundRow> {
  const { store } = context;
  const { schoolId } = school;
  const { paymentId } = payment;
  const refundId = await promise(context, school, payment, asked);
  const key = { schoolId, paymentId };
  const unanswered = await store.get(askedRefundEntity, askedRefundEntity.get(key));
  if (unanswered?.refundId === refundId) {
    const { amount } = unanswered;
    await carryOut(withoutReplay(context), school, payment, { refundId, amount }, provider);
    await answered(context, key, refundId);
  }
  const refund = await readRefund(store, schoolId, paymentId, refundId);
  if (!refund) throw new Error(`no refund ${refundId}`);
  return refund;
}

/**
 * The promise and the row that says it is unanswered; the refund that stands if it is the same. With
 * an `Idempotency-Key` its record commits here: from now on the key means this refund.
 */
async function promise(
  context: Context,
  school: FinanceSchool,
  payment: PaymentRow,
  { amount, reason }: RefundAsked,
): Promise<string> {
  const { store } = context;
  const key = { schoolId: school.schoolId, paymentId: payment.paymentId };
  const refundId = context.newId('ref');
  return store.transact<string>(context, async () => {
    const there = await store.get(askedRefundEntity, askedRefundEntity.get(key));
    if (there && (there.amount !== amount || there.reason !== reason)) {
      const message = 'The provider has not answered for another refund of this payment.';
      throw new DomainError('in_progress', message, { retryAfter: 30 });
    }
    if (there) {
      // Written, or another key's record would not be.
      const again = { ...there, version: there.version + 1 };
      return { writes: [replace(askedRefundEntity, again)], result: there.refundId };
    }
    const request = { refundId, amount, reason };
    const planned = await planRefundRequest(context, school, payment, request);
    const row: AskedRefundRow = {
      ...{ ...key, ...request },
      ...dueAt(plusMilliseconds(context.now(), LOOK_AFTER), refundId),
      ...{ createdAt: context.now(), version: 1 },
    };
    // No event: the provider is asked here and now, not by a worker later.
    return {
      writes: [...planned.writes, create(askedRefundEntity.create(row))],
      result: refundId,
    };
  });
}

/**
 * Asks the provider for a promised refund under its id, and books what it answers. Asking twice is
 * harmless. Throws `unavailable` and `in_progress`; a refusal ends the promise.
 */
export async function carryOut(
  context: Context,
  school: FinanceSchool,
  payment: PaymentRow,
  { refundId, amount }: { refundId: string; amount: number },
  provider: Pick<PaymentProvider, 'refund'>,
): Promise<Handled> {
  const { account, externalId: paymentIntentId } = payment;
  if (account === undefined || paymentIntentId === undefined) {
    throw new Error(`payment ${payment.paymentId} is none of the provider's`);
  }
  const reference = { refundId, paymentId: payment.paymentId, schoolId: school.schoolId };
  try {
    const answer = await provider.refund(
      { account, paymentIntentId, amount, reference },
      `refund_${refundId}`,
    );
    return await postRefund(context, school, {
      ...{ kind: 'refund', account, paymentIntentId, amount, currency: payment.currency },
      ...{ refundId: answer.refundId, status: answer.status, ownId: refundId },
    });
  } catch (error) {
    if (!(error instanceof ProviderRefused)) throw error;
    return giveUp(context, school, { paymentId: payment.paymentId, refundId }, error.code);
  }
}

/** The provider will not: the promise is off, the balance as it was, and somebody should know. */
async function giveUp(
  context: Context,
  school: FinanceSchool,
  { paymentId, refundId }: { paymentId: string; refundId: string },
  failure: string,
): Promise<Handled> {
  const { store } = context;
  const { schoolId } = school;
  return store.transact<Handled>(withoutReplay(context), async () => {
    const refund = await readRefund(store, schoolId, paymentId, refundId);
    if (refund?.status !== 'pending') return { writes: [], result: { outcome: 'known' } };
    const planned = await planRefundFailed(context, school, refund, failure);
    return {
      writes: planned.writes,
      events: [...planned.events, tellFailed(refund)],
      result: { outcome: 'done', attention: 'refund_failed' },
    };
  });
}

/**
 * Ends a refund that was asked for and never answered, by what the provider knows: there, it is
 * booked; not there, the promise is off and the money may be refunded anew.
 */
export async function settleAsked(
  context: Context,
  school: FinanceSchool,
  { paymentId, refundId }: { paymentId: string; refundId: string },
  provider: Pick<PaymentProvider, 'refundsOf'>,
): Promise<Handled> {
  const { store } = context;
  const { schoolId } = school;
  const key = { schoolId, paymentId };
  const asked = await store.get(askedRefundEntity, askedRefundEntity.get(key));
  const payment = await readPayment(store, schoolId, paymentId);
  const { account, externalId } = payment ?? {};
  if (asked?.refundId !== refundId || account === undefined || externalId === undefined) {
    return { outcome: 'known' };
  }
  const refunds = await provider.refundsOf(account, externalId);
  const made = refunds.find(({ ownId }) => ownId === refundId);
  const handled = made
    ? await postRefund(context, school, { ...made, kind: 'refund', account })
    : await giveUp(context, school, { paymentId, refundId }, 'not_carried_out');
  await answered(context, key, refundId);
  return handled;
}

/** Whoever asked has the answer, or has gone: the next refund of the payment is another one. */
async function answered(
  context: Context,
  key: { schoolId: string; paymentId: string },
  refundId: string,
): Promise<void> {
  const { store } = context;
  await store.transact(withoutReplay(context), async () => {
    const asked = await store.get(askedRefundEntity, askedRefundEntity.get(key));
    const mine = asked?.refundId === refundId;
    return { writes: mine ? [remove(askedRefundEntity.remove(key))] : [], result: null };
  });
}

/** What an unanswered refund's turn is put into the queue as. */
export type AskedTurn = { kind: 'asked'; schoolId: string; paymentId: string; refundId: string };

/** Refunds that nobody came back for. */
export function askedRefunds(enqueue: (turn: AskedTurn) => Promise<void>): DueKind {
  return {
    name: 'asked-refund',
    owns: ({ pk, sk }) => pk.includes('#pay#') && sk === 'asked',
    async carryOut(context, key) {
      const turn = await claim(context, key);
      if (turn) await enqueue(turn);
    },
  };
}

async function claim(context: Context, { pk }: RowKey): Promise<AskedTurn | null> {
  const [schoolId = '', , paymentId = ''] = pk.split('#');
  return context.store.transact<AskedTurn | null>(context, async () => {
    const key = { schoolId, paymentId };
    const row = await context.store.get(askedRefundEntity, askedRefundEntity.get(key));
    if (!row?.dueAt || row.dueAt > context.now()) return { writes: [], result: null };
    const again = dueAt(plusMilliseconds(context.now(), LOOK_AFTER), row.refundId);
    const next = { ...row, ...again, version: row.version + 1 };
    return {
      writes: [replace(askedRefundEntity, next)],
      result: { kind: 'asked', schoolId, paymentId, refundId: row.refundId },
    };
  });
}
