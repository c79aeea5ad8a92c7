import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { departmentResource } from '../shared/resources.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listDepartmentsRoute = defineOperation({
  name: 'list-departments',
  method: 'GET',
  path: '/schools/{schoolId}/departments',
  summary: 'The departments of the school.',
  who: { school_admin: 'school' },
  params: schoolParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(departmentResource()) },
  needs: { table: 'read', keys: true },
});
