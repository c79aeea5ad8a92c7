import { balanceResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentParams } from '../shared/schemas.ts';

export const getBalanceRoute = defineOperation({
  name: 'get-balance',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/balance',
  summary: 'What a student owes, and the sums it comes from.',
  who: { school_admin: 'school', office: 'departments', student: 'self' },
  params: studentParams,
  response: { status: 200, body: balanceResource },
  needs: { table: 'read' },
});
