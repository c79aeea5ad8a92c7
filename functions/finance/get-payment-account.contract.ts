import { paymentAccountResource } from '../shared/online-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { schoolParams } from '../shared/schemas.ts';

export const getPaymentAccountRoute = defineOperation({
  name: 'get-payment-account',
  method: 'GET',
  path: '/schools/{schoolId}/payment-account',
  summary: 'Whether the school can be paid online.',
  who: { school_admin: 'school' },
  params: schoolParams,
  response: { status: 200, body: paymentAccountResource },
  needs: { table: 'read' },
});
