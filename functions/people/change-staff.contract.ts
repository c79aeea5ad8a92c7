import * as z from 'zod';
import { clearable, departmentIds, staffRoles } from '../shared/bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { staffResource } from '../shared/resources.ts';
import { idOf, name, phone } from '../shared/schemas.ts';

export const changeStaffRoute = defineOperation({
  name: 'change-staff',
  method: 'PATCH',
  path: '/schools/{schoolId}/staff/{personId}',
  summary: 'Changes roles, departments, profile or status of somebody who works in the school.',
  who: { school_admin: 'school' },
  params: z.object({ schoolId: idOf('sch'), personId: idOf('per') }),
  body: z.strictObject({
    name: name.optional(),
    phone: phone.nullable().optional(),
    roles: staffRoles.optional(),
    departmentIds: clearable(departmentIds),
    status: z.enum(['active', 'disabled']).optional(),
  }),
  response: { status: 200, body: staffResource },
  errors: ['conflict', 'stale_version'],
  needs: { table: 'write' },
});
