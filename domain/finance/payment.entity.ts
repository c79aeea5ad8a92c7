import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Allocation, Dispute, PaymentMethod } from './payment.ts';

/** One item is money that came in for a student, and where it is now. */
export const paymentEntity = tableEntity(
  {
    model: { entity: 'payment', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      paymentId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      amount: { type: 'number', required: true },
      currency: { type: 'string', required: true },
      method: { type: customType<PaymentMethod>(), required: true },
      /** the provider's own name of it, and the account that it lies in; absent: recorded by hand */
      externalId: { type: 'string' },
      account: { type: 'string' },
      reference: { type: 'string' },
      receivedAt: { type: 'string', required: true },
      recordedBy: { type: 'string', required: true },
      allocations: { type: customType<Allocation[]>(), required: true },
      credit: { type: 'number', required: true },
      refunded: { type: 'number', required: true },
      refunding: { type: 'number', required: true },
      disputed: { type: 'number', required: true },
      overdrawn: { type: 'number', required: true },
      disputes: { type: customType<Dispute[]>(), required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byId: KEYS.payment,
      byStudent: { index: 'bySchoolAndTime', ...KEYS.paymentsByStudent },
    },
  },
  TABLE,
);

export type PaymentRow = EntityItem<typeof paymentEntity>;
