import * as z from 'zod';
import { paymentParams, reason, someMoney } from '../shared/finance-bodies.ts';
import { refundResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const createRefundRoute = defineOperation({
  name: 'create-refund',
  method: 'POST',
  path: '/schools/{schoolId}/payments/{paymentId}/refunds',
  summary:
    'Pays money of a payment back: by the provider where it came from, else as recorded here.',
  who: { school_admin: 'school' },
  params: paymentParams,
  body: z.strictObject({ amount: someMoney, reason }),
  response: { status: 201, body: refundResource },
  errors: ['refund_exceeds_rest', 'in_progress'],
  needs: { table: 'write', stripe: true },
  timeoutSeconds: 25,
});
