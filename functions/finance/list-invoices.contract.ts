import * as z from 'zod';
import { invoiceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, studentParams } from '../shared/schemas.ts';

export const listInvoicesRoute = defineOperation({
  name: 'list-invoices',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/invoices',
  summary: "A student's invoices, newest first.",
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: studentParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(invoiceResource()) },
  needs: { table: 'read', indexes: ['bySchoolAndTime'], keys: true },
});
