import { paymentParams } from '../shared/finance-bodies.ts';
import { paymentResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const getPaymentRoute = defineOperation({
  name: 'get-payment',
  method: 'GET',
  path: '/schools/{schoolId}/payments/{paymentId}',
  summary: 'One payment, and where its money is.',
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: paymentParams,
  response: { status: 200, body: paymentResource },
  needs: { table: 'read' },
});
