import type { EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/**
 * One item says that an invoice is open, and from when it is overdue. It lies with the student, in
 * order of the due dates and read consistently: what a payment settles first, and what a balance
 * names as its earliest due date. The index of the school's open items is what ages them.
 */
export const openInvoiceEntity = tableEntity(
  {
    model: { entity: 'open-invoice', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      invoiceId: { type: 'string', required: true },
      dueDate: { type: 'string', required: true },
      rest: { type: 'number', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byDueDate: KEYS.openInvoice,
      bySchool: { index: 'bySchoolAndTime', ...KEYS.openInvoicesByDueDate },
    },
  },
  TABLE,
);

export type OpenInvoiceRow = EntityItem<typeof openInvoiceEntity>;

/** One item says that a payment has credit left. How much stands in the payment. */
export const openCreditEntity = tableEntity(
  {
    model: { entity: 'open-credit', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      paymentId: { type: 'string', required: true },
    },
    indexes: { byPayment: KEYS.openCredit },
  },
  TABLE,
);
