import * as z from 'zod';
import { settlementResource } from '../shared/finance-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentParams } from '../shared/schemas.ts';

export const settleStudentRoute = defineOperation({
  name: 'settle-student',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/settlement',
  summary:
    'Settles with a student who leaves: without `confirm` a proposal (200), with it booked (201).',
  who: { school_admin: 'school' },
  params: studentParams,
  body: z.strictObject({ confirm: z.boolean().optional() }).optional(),
  response: {
    status: 200,
    body: settlementResource,
    otherwise: { status: 201, when: 'With `confirm`: it is booked.' },
  },
  errors: ['nothing_to_settle'],
  needs: { table: 'write', indexes: ['bySchoolAndTime'] },
});
