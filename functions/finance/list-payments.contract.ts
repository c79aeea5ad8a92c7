import * as z from 'zod';
import { paymentResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, studentParams } from '../shared/schemas.ts';

export const listPaymentsRoute = defineOperation({
  name: 'list-payments',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/payments',
  summary: "A student's payments, newest first.",
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: studentParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(paymentResource()) },
  needs: { table: 'read', indexes: ['bySchoolAndTime'], keys: true },
});
