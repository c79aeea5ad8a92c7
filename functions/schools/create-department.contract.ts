import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { departmentResource } from '../shared/resources.ts';
import { address, name, phone, schoolParams } from '../shared/schemas.ts';

export const createDepartmentRoute = defineOperation({
  name: 'create-department',
  method: 'POST',
  path: '/schools/{schoolId}/departments',
  summary: 'Adds a department.',
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject({ name, address: address.optional(), phone: phone.optional() }),
  response: { status: 201, body: departmentResource },
  needs: { table: 'write' },
});
