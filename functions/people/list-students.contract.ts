import * as z from 'zod';
import { MEMBERSHIP_STATUSES } from '../../domain/people/membership.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentResource } from '../shared/resources.ts';
import { idOf, pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listStudentsRoute = defineOperation({
  name: 'list-students',
  method: 'GET',
  path: '/schools/{schoolId}/students',
  summary: 'Students by name, with search and filters.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: schoolParams,
  query: z.strictObject({
    ...paging,
    q: z.string().trim().min(1).max(100).optional(),
    status: z.enum(MEMBERSHIP_STATUSES).optional(),
    teacherId: idOf('per').optional(),
    departmentId: idOf('dep').optional(),
  }),
  response: { status: 200, body: () => pageOf(studentResource()) },
  needs: { table: 'read', indexes: ['bySchoolAndTime'], keys: true },
});
