import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../../store/entity.ts';
import { KEYS } from '../../store/keys.ts';

/**
 * `claimed`: the provider is being asked for a session. `open`: a payer may pay. `processing`: the
 * payer has, and the bank has not. `refused`: the provider would not make one.
 */
export type AttemptState =
  | 'claimed'
  | 'open'
  | 'processing'
  | 'paid'
  | 'failed'
  | 'expired'
  | 'refused';

/**
 * One item is one attempt to pay an invoice online: what was asked of whom. It is there before the
 * provider is, so whatever comes back can be held against it.
 */
export const checkoutEntity = tableEntity(
  {
    model: { entity: 'checkout', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      invoiceId: { type: 'string', required: true },
      /** 0001, 0002 ... per invoice */
      attemptKey: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      account: { type: 'string', required: true },
      amount: { type: 'number', required: true },
      currency: { type: 'string', required: true },
      description: { type: 'string', required: true },
      state: { type: customType<AttemptState>(), required: true },
      sessionId: { type: 'string' },
      url: { type: 'string' },
      /** the payment that paid it */
      paymentIntentId: { type: 'string' },
      expiresAt: { type: 'string', required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { byInvoice: KEYS.checkout },
  },
  TABLE,
);

export type CheckoutRow = EntityItem<typeof checkoutEntity>;

/** One item says which attempt a provider's session belongs to. */
export const checkoutSessionEntity = tableEntity(
  {
    model: { entity: 'checkout-session', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      sessionId: { type: 'string', required: true },
      invoiceId: { type: 'string', required: true },
      attemptKey: { type: 'string', required: true },
    },
    indexes: { bySession: KEYS.checkoutSession },
  },
  TABLE,
);
