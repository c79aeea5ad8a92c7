import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Buyer, InvoiceLine } from './invoice.ts';

/** One item is one credit note: what an issued invoice no longer charges. Never changed. */
export const creditNoteEntity = tableEntity(
  {
    model: { entity: 'credit-note', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      creditNoteId: { type: 'string', required: true },
      invoiceId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      /** the school's gapless series of credit notes */
      number: { type: 'number', required: true },
      currency: { type: 'string', required: true },
      lines: { type: customType<InvoiceLine[]>(), required: true },
      buyer: { type: customType<Buyer>(), required: true },
      total: { type: 'number', required: true },
      reason: { type: 'string', required: true },
      issuedAt: { type: 'string', required: true },
    },
    indexes: { byInvoice: KEYS.creditNote },
  },
  TABLE,
);

export type CreditNoteRow = EntityItem<typeof creditNoteEntity>;
