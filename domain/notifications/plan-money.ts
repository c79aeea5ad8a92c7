import type { EventEnvelope } from '../../events/define.ts';
import {
  creditNoteIssued,
  invoiceDueSoon,
  invoiceIssued,
  invoiceReminderSent,
  paymentFailed,
  paymentReceived,
  paymentRefunded,
} from '../../events/finance.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Channel, MoneyMessage } from './notification.ts';
import type { PlannedMessage } from './plan.ts';

/** What cannot wait for somebody to read their mail. */
const BY_SMS: readonly MoneyMessage[] = ['invoice_overdue', 'payment_failed'];

/** Who hears what of money: the student, or by the buyer's address whoever pays for them. */
export const MONEY_PLANS = {
  InvoiceIssued: (event) => {
    const { studentId, invoiceId } = invoiceIssued.schema.parse(event.data);
    return tell(event, studentId, 'invoice_issued', { invoiceId });
  },
  CreditNoteIssued: (event) => {
    const { studentId, invoiceId, creditNoteId } = creditNoteIssued.schema.parse(event.data);
    return tell(event, studentId, 'credit_note_issued', { invoiceId, creditNoteId });
  },
  PaymentReceived: (event) => {
    const { studentId, paymentId, invoiceIds } = paymentReceived.schema.parse(event.data);
    const [invoiceId] = invoiceIds;
    return tell(event, studentId, 'payment_received', {
      paymentId,
      ...(invoiceId && { invoiceId }),
    });
  },
  PaymentFailed: (event) => {
    const { studentId, invoiceId } = paymentFailed.schema.parse(event.data);
    return tell(event, studentId, 'payment_failed', { invoiceId });
  },
  PaymentRefunded: (event) => {
    const { studentId, paymentId, refundId } = paymentRefunded.schema.parse(event.data);
    return tell(event, studentId, 'payment_refunded', { paymentId, refundId });
  },
  InvoiceDueSoon: (event) => {
    const { studentId, invoiceId } = invoiceDueSoon.schema.parse(event.data);
    return tell(event, studentId, 'invoice_due', { invoiceId });
  },
  InvoiceReminderSent: (event) => {
    const { studentId, invoiceId, reminder, fee } = invoiceReminderSent.schema.parse(event.data);
    const told = { reminder: String(reminder), fee: String(fee) };
    return tell(event, studentId, 'invoice_overdue', { invoiceId, ...told });
  },
} as const satisfies Record<string, (event: EventEnvelope) => PlannedMessage[]>;

function tell(
  event: EventEnvelope,
  personId: PersonId,
  kind: MoneyMessage,
  about: Record<string, string>,
): PlannedMessage[] {
  const { schoolId } = event;
  if (schoolId === null) throw new Error(`${event.name} ${event.id} names no school`);
  const channels: Channel[] = BY_SMS.includes(kind) ? ['email', 'sms'] : ['email'];
  return channels.map((channel) => ({ recipient: { personId }, schoolId, kind, channel, about }));
}
