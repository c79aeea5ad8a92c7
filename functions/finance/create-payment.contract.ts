import { paymentBody } from '../shared/finance-bodies.ts';
import { paymentResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentParams } from '../shared/schemas.ts';

export const createPaymentRoute = defineOperation({
  name: 'create-payment',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/payments',
  summary: 'Records money that the school received itself.',
  who: { school_admin: 'school', office: 'departments' },
  params: studentParams,
  body: paymentBody,
  response: { status: 201, body: paymentResource },
  errors: ['conflict', 'local_time_does_not_exist', 'local_time_ambiguous'],
  needs: { table: 'write' },
});
