import type { EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../../store/entity.ts';
import { KEYS } from '../../store/keys.ts';

/**
 * One item is the refund of a payment that somebody asks for and has not been answered about, though
 * the provider's event may have booked it. One at a time: asked again in the same words it is the same
 * refund, under the same key.
 */
export const askedRefundEntity = tableEntity(
  {
    model: { entity: 'asked-refund', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      paymentId: { type: 'string', required: true },
      refundId: { type: 'string', required: true },
      amount: { type: 'number', required: true },
      reason: { type: 'string', required: true },
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byPayment: KEYS.askedRefund,
      due: { index: 'byDue', ...KEYS.askedRefundDue },
    },
  },
  TABLE,
);

export type AskedRefundRow = EntityItem<typeof askedRefundEntity>;
