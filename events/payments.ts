import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/** Money came in that matched nothing the school had asked for; it waits for staff. */
export const moneySuspended = defineEvent(
  'MoneySuspended',
  1,
  z.object({
    suspenseId: id('sus'),
    amount: z.number().int().positive(),
    currency: z.string(),
    reason: z.string(),
  }),
);

/** Staff decided to send money in suspense back; the provider is to be asked for it. */
export const suspenseRefundRequested = defineEvent(
  'SuspenseRefundRequested',
  1,
  z.object({ suspenseId: id('sus') }),
);

/** The provider would not or could not refund; the balance is as it was. */
export const refundFailed = defineEvent(
  'RefundFailed',
  1,
  z.object({
    refundId: id('ref'),
    paymentId: id('pay'),
    studentId: id('per'),
    amount: z.number().int().positive(),
    currency: z.string(),
  }),
);
