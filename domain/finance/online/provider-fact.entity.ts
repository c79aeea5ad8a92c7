import type { EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../../store/entity.ts';
import { KEYS } from '../../store/keys.ts';

/** Each of them happens to one object of the provider's at most once. */
const FACT_KINDS = [
  'payment',
  'payment_failed',
  'refund',
  'refund_failed',
  'dispute',
  'dispute_won',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/**
 * One item says that a fact of the provider's is booked, and where. It commits with the booking, its
 * key is the provider's own name of the object, and it is never deleted: a second copy of the fact,
 * days or years later and by whatever event, meets it.
 */
export const providerFactEntity = tableEntity(
  {
    model: { entity: 'provider-fact', version: '1', service: SERVICE },
    attributes: {
      account: { type: 'string', required: true },
      objectId: { type: 'string', required: true },
      kind: { type: FACT_KINDS, required: true },
      schoolId: { type: 'string', required: true },
      amount: { type: 'number', required: true },
      currency: { type: 'string', required: true },
      /** whose money it is; absent while it lies in suspense */
      studentId: { type: 'string' },
      paymentId: { type: 'string' },
      suspenseId: { type: 'string' },
      refundId: { type: 'string' },
      /** of a payment: refunded by its charge's total alone, to be matched to refunds by name */
      unnamedRefunds: { type: 'number' },
      at: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { byObject: KEYS.providerFact },
  },
  TABLE,
);

export type ProviderFactRow = EntityItem<typeof providerFactEntity>;
