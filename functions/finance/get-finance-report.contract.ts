import * as z from 'zod';
import { financeReportResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { date, schoolParams } from '../shared/schemas.ts';

export const getFinanceReportRoute = defineOperation({
  name: 'get-finance-report',
  method: 'GET',
  path: '/schools/{schoolId}/reports/finance',
  summary: 'What was issued and paid in a span of days, and what is owed now.',
  who: { school_admin: 'school' },
  params: schoolParams,
  query: z.strictObject({ from: date, to: date }),
  response: { status: 200, body: financeReportResource },
  needs: { table: 'read', indexes: ['bySchoolAndTime'] },
  memory: 1_024,
});
