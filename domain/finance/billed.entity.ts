import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** What became of a charge: the invoice it is on, or why it will never be on one. */
export type Billed = { invoiceId: string } | { waived: true } | { settled: true };

/**
 * One item is everything of a student's bookings that is on an invoice: `<bookingId>#<charge>` -> where.
 * One row a student, rewritten under its version: two invoices can never both take the same lesson,
 * and a term's worth of lessons is one write.
 */
export const billedEntity = tableEntity(
  {
    model: { entity: 'billed', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      charges: { type: customType<Record<string, Billed>>(), required: true },
      version: { type: 'number', required: true },
    },
    indexes: { byStudent: KEYS.billed },
  },
  TABLE,
);

export type BilledRow = EntityItem<typeof billedEntity>;
