import { CustomAttributeType, type EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Dunning } from './dunning.ts';
import type { Buyer, InstalmentPlan, InvoiceLine, InvoiceStatus } from './invoice.ts';

/** One item is one invoice, draft or issued. An issued one changes only in what is paid and credited. */
export const invoiceEntity = tableEntity(
  {
    model: { entity: 'invoice', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      invoiceId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      /** the school's gapless series; absent while a draft */
      number: { type: 'number' },
      status: { type: CustomAttributeType<InvoiceStatus>('string'), required: true },
      currency: { type: 'string', required: true },
      lines: { type: CustomAttributeType<InvoiceLine[]>('any'), required: true },
      buyer: { type: CustomAttributeType<Buyer>('any'), required: true },
      total: { type: 'number', required: true },
      paid: { type: 'number', required: true },
      credited: { type: 'number', required: true },
      issuedAt: { type: 'string' },
      dueDate: { type: 'string' },
      plan: { type: customType<InstalmentPlan>() },
      /** when a settlement kept or credited all that was bought ahead on it: no later one does again */
      settledAt: { type: 'string' },
      /** how the school reminds of it, as agreed when it was issued, and what it did */
      dunning: { type: customType<Dunning>() },
      /** the next reminder */
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byId: KEYS.invoice,
      byStudent: { index: 'bySchoolAndTime', ...KEYS.invoicesByStudent },
      due: { index: 'byDue', ...KEYS.invoiceDue, condition: ({ dueAt }) => dueAt !== undefined },
    },
  },
  TABLE,
);

export type InvoiceRow = EntityItem<typeof invoiceEntity>;
