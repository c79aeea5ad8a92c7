import type { Context } from '../store/context.ts';
import { type Books, type FinanceSchool, openBooks, type Planned } from './books.ts';
import { giveBack, withdraw } from './payment.ts';
import { reopen, settle } from './plan-payment.ts';
import type { PaymentKey } from './plan-refund.ts';

export type DisputeFact = { amount: number; externalId: string };

/**
 * Plans a dispute: the payer's bank took the money back. The student owes it again, the invoices give
 * it up, and no reminder goes out for them until it is won. Refuses nothing: the money has moved.
 */
export async function planDispute(
  context: Context,
  school: FinanceSchool,
  { paymentId, studentId }: PaymentKey,
  { amount, externalId }: DisputeFact,
): Promise<Planned> {
  const books = await openBooks(context, school, studentId);
  const before = await books.payment(paymentId);
  const { payment, released } = withdraw(before, amount, 'disputed');
  const dispute = { externalId, amount, released };
  books.putPayment({ ...payment, disputes: [...payment.disputes, dispute] });
  await reopen(books, released);
  for (const { invoiceId } of released) await markDisputed(books, invoiceId, true);
  const only = released.length === 1 ? released[0]?.invoiceId : undefined;
  books.post({
    ...{ kind: 'dispute', amount, paymentId, externalId },
    ...(only !== undefined && { invoiceId: only }),
  });
  return books.plan();
}

/**
 * Plans the end of a dispute in the school's favour: the money is back, and with the invoices that
 * had given it up, as far as they are still owed it. Only after `planDispute` of the same one.
 */
export async function planDisputeWon(
  context: Context,
  school: FinanceSchool,
  { paymentId, studentId }: PaymentKey,
  { amount, externalId }: DisputeFact,
): Promise<Planned> {
  const books = await openBooks(context, school, studentId);
  const before = await books.payment(paymentId);
  const dispute = before.disputes.find((one) => one.externalId === externalId && !one.won);
  const disputes = before.disputes.map((one) =>
    one === dispute ? { ...one, won: context.now() } : one,
  );
  books.putPayment({ ...giveBack(before, amount, 'disputed'), disputes });
  for (const one of dispute?.released ?? []) {
    await markDisputed(books, one.invoiceId, false);
    await settle(books, paymentId, one.invoiceId, one.amount);
  }
  const only = dispute?.released.length === 1 ? dispute.released[0]?.invoiceId : undefined;
  books.post({
    ...{ kind: 'dispute_won', amount: -amount, paymentId, externalId },
    ...(only !== undefined && { invoiceId: only }),
  });
  return books.plan();
}

async function markDisputed(books: Books, invoiceId: string, disputed: boolean): Promise<void> {
  const invoice = await books.invoice(invoiceId);
  if (!invoice.dunning) return;
  const { disputed: _, ...dunning } = invoice.dunning;
  books.putInvoice({
    ...invoice,
    dunning: { ...dunning, ...(disputed && { disputed: true as const }) },
  });
}
