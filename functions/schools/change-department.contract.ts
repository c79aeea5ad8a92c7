import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { departmentResource } from '../shared/resources.ts';
import { addressPatch, idOf, name, phone } from '../shared/schemas.ts';

export const changeDepartmentRoute = defineOperation({
  name: 'change-department',
  method: 'PATCH',
  path: '/schools/{schoolId}/departments/{departmentId}',
  summary: 'Changes a department.',
  who: { school_admin: 'school' },
  params: z.object({ schoolId: idOf('sch'), departmentId: idOf('dep') }),
  body: z.strictObject({
    name: name.optional(),
    address: addressPatch.nullable().optional(),
    phone: phone.nullable().optional(),
  }),
  response: { status: 200, body: departmentResource },
  errors: ['stale_version'],
  needs: { table: 'write' },
});
