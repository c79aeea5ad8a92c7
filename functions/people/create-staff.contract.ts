import * as z from 'zod';
import { departmentIds, staffRoles } from '../shared/bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { staffResource } from '../shared/resources.ts';
import { email, name, phone, schoolParams } from '../shared/schemas.ts';

export const createStaffRoute = defineOperation({
  name: 'create-staff',
  method: 'POST',
  path: '/schools/{schoolId}/staff',
  summary: 'Invites somebody to work in the school.',
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject({
    name,
    email,
    phone: phone.optional(),
    roles: staffRoles,
    departmentIds: departmentIds.optional(),
  }),
  response: { status: 201, body: staffResource },
  errors: ['already_exists', 'not_found'],
  needs: { table: 'write', keys: true },
});
