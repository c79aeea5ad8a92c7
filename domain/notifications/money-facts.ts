import type { InvoiceRow } from '../finance/invoice.entity.ts';
import { readCreditNote, readPayment, readRefund } from '../finance/read-finance.ts';
import type { Context } from '../store/context.ts';
import type { NotificationRow } from './notification.entity.ts';
import { isMoneyMessage, type NotificationKind } from './notification.ts';

/** What a message about money tells, minor units; what it has nothing of is null. */
export type MoneyFacts = {
  currency: string;
  amount: number;
  number: string | null;
  rest: number | null;
  dueDate: string | null;
  fee: number | null;
  reminder: number | null;
  credit: number | null;
};

/** These ask for money: pointless once nothing is owed any more. */
export const ASKING: readonly NotificationKind[] = [
  'invoice_due',
  'invoice_overdue',
  'payment_failed',
];

/**
 * The facts of a message about money as they are just before sending; `stale` when there is nothing to
 * tell any more, with the reason in one stable code.
 */
export async function moneyFacts(
  { store }: Context,
  { kind, about, schoolId }: NotificationRow,
  invoice: InvoiceRow | null,
): Promise<{ money: MoneyFacts | null } | { stale: string }> {
  if (!isMoneyMessage(kind) || !schoolId) return { money: null };
  const { paymentId = '', refundId = '', creditNoteId = '', fee, reminder } = about;
  const owed = invoice && invoice.total - invoice.paid - invoice.credited;
  if (ASKING.includes(kind) && !owed) return { stale: 'invoice_settled' };
  const none = { number: null, rest: null, dueDate: null, fee: null, reminder: null, credit: null };
  switch (kind) {
    case 'invoice_issued':
    case 'invoice_due':
    case 'invoice_overdue':
    case 'payment_failed': {
      if (invoice?.number === undefined) return { stale: 'no_invoice' };
      const { currency, total, number, dueDate = null } = invoice;
      return {
        money: {
          ...{ currency, amount: total, number: String(number), rest: owed, dueDate, credit: null },
          fee: fee === undefined ? null : Number(fee),
          reminder: reminder === undefined ? null : Number(reminder),
        },
      };
    }
    case 'credit_note_issued': {
      const note =
        invoice && (await readCreditNote(store, schoolId, invoice.invoiceId, creditNoteId));
      if (!note) return { stale: 'no_credit_note' };
      const number = `K${note.number}`;
      return {
        money: { ...none, currency: note.currency, amount: note.total, number, rest: owed },
      };
    }
    case 'payment_received': {
      const payment = await readPayment(store, schoolId, paymentId);
      if (!payment) return { stale: 'no_payment' };
      const { currency, amount, credit } = payment;
      const number = invoice?.number === undefined ? null : String(invoice.number);
      return { money: { ...none, currency, amount, number, rest: owed, credit } };
    }
    case 'payment_refunded': {
      const refund = await readRefund(store, schoolId, paymentId, refundId);
      if (refund?.status !== 'succeeded') return { stale: 'no_refund' };
      return { money: { ...none, currency: refund.currency, amount: refund.amount } };
    }
  }
}
