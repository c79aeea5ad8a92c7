import * as z from 'zod';
import { someMoney } from '../shared/finance-bodies.ts';
import { creditAllocationResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf, studentParams } from '../shared/schemas.ts';

export const createCreditAllocationRoute = defineOperation({
  name: 'create-credit-allocation',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/credit-allocations',
  summary: "Gives a student's credit to an invoice.",
  who: { school_admin: 'school', office: 'departments' },
  params: studentParams,
  body: z.strictObject({ invoiceId: idOf('inv'), amount: someMoney }),
  response: { status: 200, body: creditAllocationResource },
  errors: ['conflict'],
  needs: { table: 'write' },
});
