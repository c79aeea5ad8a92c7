import { paymentRefunded, refundRequested } from '../../events/finance.ts';
import { DomainError } from '../shared/errors.ts';
import type { PaymentId, PersonId, RefundId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { create, replace } from '../store/write.ts';
import { type Books, type FinanceSchool, openBooks, type Planned } from './books.ts';
import type { PaymentRow } from './payment.entity.ts';
import { giveBack, refundable, withdraw } from './payment.ts';
import { reopen, settle } from './plan-payment.ts';
import { type RefundRow, refundEntity } from './refund.entity.ts';

export type PaymentKey = Pick<PaymentRow, 'paymentId' | 'studentId'>;
export type PlannedRefund = Planned & { refund: RefundRow };

type RefundRequest = { refundId: RefundId; amount: number; reason: string };

/**
 * Plans the promise of a refund: a pending row, and the amount held back from further refunds. The
 * balance and the invoices do not move before the money has. Throws `refund_exceeds_rest`.
 */
export async function planRefundRequest(
  context: Context,
  school: FinanceSchool,
  payment: PaymentKey,
  request: RefundRequest,
): Promise<PlannedRefund> {
  const books = await openBooks(context, school, payment.studentId);
  const refund = await requestRefund(context, books, payment.paymentId, request);
  return { ...(await books.plan()), refund };
}

/** The same inside a decision that does more with the student's books; the provider is asked by whoever hears the event. */
export async function requestRefund(
  context: Context,
  books: Books,
  paymentId: string,
  request: RefundRequest,
): Promise<RefundRow> {
  const payment = await books.payment(paymentId);
  requireRefundable(payment, request.amount);
  const refund = newRefund(context, payment, request);
  books.putPayment({ ...payment, refunding: payment.refunding + request.amount });
  books.write(create(refundEntity.create(refund)));
  books.tell(refundRequested.of(...aboutRefund(refund)));
  return refund;
}

/** Plans a refund that staff have carried out themselves. Throws `refund_exceeds_rest`. */
export async function planManualRefund(
  context: Context,
  school: FinanceSchool,
  payment: PaymentKey,
  request: RefundRequest,
): Promise<PlannedRefund> {
  const books = await openBooks(context, school, payment.studentId);
  const refund = await refundNow(context, books, payment.paymentId, request);
  return { ...(await books.plan()), refund };
}

/** The same inside a decision that does more with the student's books. */
export async function refundNow(
  context: Context,
  books: Books,
  paymentId: string,
  request: RefundRequest,
): Promise<RefundRow> {
  const payment = await books.payment(paymentId);
  requireRefundable(payment, request.amount);
  const refund = newRefund(context, payment, request);
  const settled = await withdrawInto(context, books, payment, refund);
  books.write(create(refundEntity.create(settled)));
  return settled;
}

export type RefundFact = {
  /** the row that was promised, or null: made at the provider, not by us */
  refund: RefundRow | null;
  /** for a refund we did not know of */
  refundId: RefundId;
  amount: number;
  externalId: string;
  reason?: string;
};

/**
 * Plans what the provider did: money went back. The ledger entry, the refund's row, and what invoices
 * give up: the payment's credit goes first, then the invoice that took of it last. Refuses nothing,
 * since the money has moved: what was not left in the payment is `overdrawn`.
 */
export async function planRefundSucceeded(
  context: Context,
  school: FinanceSchool,
  payment: PaymentKey,
  { refund, refundId, amount, externalId, reason = 'provider' }: RefundFact,
): Promise<PlannedRefund> {
  const books = await openBooks(context, school, payment.studentId);
  const before = await books.payment(payment.paymentId);
  const promised = refund?.status === 'pending' ? refund.amount : 0;
  const row = refund ?? newRefund(context, before, { refundId, amount, reason });
  const settled = await withdrawInto(
    context,
    books,
    { ...before, refunding: before.refunding - promised },
    { ...row, amount, externalId },
  );
  const next = { ...settled, version: refund ? refund.version + 1 : 1 };
  books.write(refund ? replace(refundEntity, next) : create(refundEntity.create(next)));
  return { ...(await books.plan()), refund: next };
}

/** Plans what the provider could not do: the promise is off, the balance as it was. Only for a pending refund. */
export async function planRefundFailed(
  context: Context,
  school: FinanceSchool,
  refund: RefundRow,
  failure: string,
): Promise<PlannedRefund> {
  const books = await openBooks(context, school, refund.studentId);
  const payment = await books.payment(refund.paymentId);
  books.putPayment({ ...payment, refunding: payment.refunding - refund.amount });
  const next: RefundRow = {
    ...refund,
    ...{ status: 'failed', failure, settledAt: context.now() },
    version: refund.version + 1,
  };
  books.write(replace(refundEntity, next));
  return { ...(await books.plan()), refund: next };
}

/**
 * Plans a refund that had succeeded and came back: a `refund` entry of the opposite sign. What the
 * invoices had given up they get again, as far as they are still owed it.
 */
export async function planRefundReversed(
  context: Context,
  school: FinanceSchool,
  refund: RefundRow,
  { externalId, failure }: { externalId: string; failure: string },
): Promise<PlannedRefund> {
  const { amount, method, paymentId, released } = refund;
  const books = await openBooks(context, school, refund.studentId);
  books.putPayment(giveBack(await books.payment(paymentId), amount, 'refunded'));
  for (const one of released) await settle(books, paymentId, one.invoiceId, one.amount);
  books.post({ kind: 'refund', amount: -amount, paymentId, externalId, method });
  const next: RefundRow = {
    ...refund,
    ...{ status: 'failed', failure, released: [], settledAt: context.now() },
    version: refund.version + 1,
  };
  books.write(replace(refundEntity, next));
  return { ...(await books.plan()), refund: next };
}

/** Throws `refund_exceeds_rest` when the payment does not hold so much any more. */
function requireRefundable(payment: PaymentRow, amount: number): void {
  const rest = refundable(payment);
  if (amount <= rest) return;
  throw new DomainError(
    'refund_exceeds_rest',
    `Of this payment ${rest} can still be refunded, not ${amount}.`,
    { rest: { amount: rest, currency: payment.currency } },
  );
}

function newRefund(
  context: Context,
  { schoolId, paymentId, studentId, currency, method }: PaymentRow,
  { refundId, amount, reason }: RefundRequest,
): RefundRow {
  return {
    ...{ schoolId, refundId, paymentId, studentId, amount, currency, method, reason },
    ...{ status: 'pending', released: [], createdAt: context.now(), version: 1 },
  };
}

async function withdrawInto(
  context: Context,
  books: Books,
  payment: PaymentRow,
  refund: RefundRow,
): Promise<RefundRow> {
  const { amount, paymentId, method, externalId } = refund;
  const { payment: next, released } = withdraw(payment, amount, 'refunded');
  books.putPayment(next);
  await reopen(books, released);
  const only = released.length === 1 ? released[0]?.invoiceId : undefined;
  books.post({
    ...{ kind: 'refund', amount, paymentId, method },
    ...(only !== undefined && { invoiceId: only }),
    ...(externalId !== undefined && { externalId }),
  });
  const settled: RefundRow = {
    ...refund,
    ...{ status: 'succeeded', released, settledAt: context.now() },
  };
  books.tell(paymentRefunded.of(...aboutRefund(settled)));
  return settled;
}

function aboutRefund(refund: RefundRow) {
  const { refundId, paymentId, studentId, amount, currency, method } = refund;
  return [
    refund.schoolId as SchoolId,
    { id: refundId, version: refund.version },
    {
      ...{ refundId: refundId as RefundId, paymentId: paymentId as PaymentId },
      ...{ studentId: studentId as PersonId, amount, currency, method },
    },
  ] as const;
}
