import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Allocation, PaymentMethod } from './payment.ts';

/** `pending`: promised, the balance has not moved. `failed`: it never will. */
export type RefundStatus = 'pending' | 'succeeded' | 'failed';

/** One item is money of one payment that goes back to the payer. */
export const refundEntity = tableEntity(
  {
    model: { entity: 'refund', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      refundId: { type: 'string', required: true },
      paymentId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      amount: { type: 'number', required: true },
      currency: { type: 'string', required: true },
      method: { type: customType<PaymentMethod>(), required: true },
      status: { type: customType<RefundStatus>(), required: true },
      reason: { type: 'string', required: true },
      /** the provider's own name of it, once it has one */
      externalId: { type: 'string' },
      /** why it failed, in the provider's words */
      failure: { type: 'string' },
      /** what it took from invoices when it succeeded */
      released: { type: customType<Allocation[]>(), required: true },
      createdAt: { type: 'string', required: true },
      settledAt: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: { byPayment: KEYS.refund },
  },
  TABLE,
);

export type RefundRow = EntityItem<typeof refundEntity>;
