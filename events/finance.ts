import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/** An invoice took its number and moved the balance. Amounts in minor units, VAT included. */
export const invoiceIssued = defineEvent(
  'InvoiceIssued',
  1,
  z.object({
    invoiceId: id('inv'),
    studentId: id('per'),
    number: z.number().int().positive(),
    total: z.number().int(),
    currency: z.string(),
  }),
);

/** A credit note took its number and lowered what is owed of an invoice. */
export const creditNoteIssued = defineEvent(
  'CreditNoteIssued',
  1,
  z.object({
    creditNoteId: id('crn'),
    invoiceId: id('inv'),
    studentId: id('per'),
    number: z.number().int().positive(),
    total: z.number().int(),
    currency: z.string(),
  }),
);

/** Money came in. `invoiceIds`: what it was for; `credit`: what no invoice took of it. */
export const paymentReceived = defineEvent(
  'PaymentReceived',
  1,
  z.object({
    paymentId: id('pay'),
    studentId: id('per'),
    invoiceIds: z.array(id('inv')),
    amount: z.number().int().positive(),
    credit: z.number().int(),
    currency: z.string(),
    method: z.string(),
  }),
);

/** An attempt to pay an invoice came to nothing; the invoice is as it was. */
export const paymentFailed = defineEvent(
  'PaymentFailed',
  1,
  z.object({ invoiceId: id('inv'), studentId: id('per'), attempt: z.string() }),
);

const refund = {
  refundId: id('ref'),
  paymentId: id('pay'),
  studentId: id('per'),
  amount: z.number().int().positive(),
  currency: z.string(),
  method: z.string(),
};

/** A refund was promised, and the provider is to be asked for it. */
export const refundRequested = defineEvent('RefundRequested', 1, z.object(refund));

/** Money went back to the payer. */
export const paymentRefunded = defineEvent('PaymentRefunded', 1, z.object(refund));

/** The day on which an invoice falls due is near. */
export const invoiceDueSoon = defineEvent(
  'InvoiceDueSoon',
  1,
  z.object({ invoiceId: id('inv'), studentId: id('per'), dueDate: z.iso.date() }),
);

/** An overdue invoice is reminded of, for the first, second or third time, for a fee of minor units. */
export const invoiceReminderSent = defineEvent(
  'InvoiceReminderSent',
  1,
  z.object({
    invoiceId: id('inv'),
    studentId: id('per'),
    reminder: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    fee: z.number().int().min(0).max(10_000),
    currency: z.string(),
  }),
);

/** A slice of invoicing the whole school waits to be carried out. */
export const invoiceRunContinued = defineEvent(
  'InvoiceRunContinued',
  1,
  z.object({ runId: id('run'), slice: z.number().int().min(0) }),
);
