import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../../store/entity.ts';
import { KEYS } from '../../store/keys.ts';

/** Why the money was given to nobody. */
export type SuspenseReason =
  | 'unknown_attempt'
  | 'other_school'
  | 'other_account'
  | 'other_invoice'
  | 'other_amount'
  | 'other_currency';

/** `resolved`: given to a student. `refunding`: on its way back to the payer. */
export type SuspenseStatus = 'open' | 'resolved' | 'refunding' | 'refunded';

/** One item is money that a school really received and that matched nothing it had asked for. */
export const suspenseEntity = tableEntity(
  {
    model: { entity: 'suspense', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      suspenseId: { type: 'string', required: true },
      account: { type: 'string', required: true },
      paymentIntentId: { type: 'string', required: true },
      /** minor units of `currency`, which may be another than the school's */
      amount: { type: 'number', required: true },
      currency: { type: 'string', required: true },
      reason: { type: customType<SuspenseReason>(), required: true },
      /** what it claimed to be for, where that is an invoice's id: a hint, no more */
      claimedInvoiceId: { type: 'string' },
      status: { type: customType<SuspenseStatus>(), required: true },
      receivedAt: { type: 'string', required: true },
      /** whom it was given to, and by whom */
      studentId: { type: 'string' },
      paymentId: { type: 'string' },
      resolvedBy: { type: 'string' },
      resolvedAt: { type: 'string' },
      /** the provider's name of the refund */
      externalRefundId: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.suspense },
  },
  TABLE,
);

export type SuspenseRow = EntityItem<typeof suspenseEntity>;
