import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { staffResource } from '../shared/resources.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listStaffRoute = defineOperation({
  name: 'list-staff',
  method: 'GET',
  path: '/schools/{schoolId}/staff',
  summary: 'Everybody who works in the school.',
  who: { school_admin: 'school', office: 'school', teacher: 'school' },
  params: schoolParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(staffResource()) },
  needs: { table: 'read', keys: true },
});
