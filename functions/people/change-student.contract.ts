import * as z from 'zod';
import { MEMBERSHIP_STATUSES } from '../../domain/people/membership.ts';
import { clearable, departmentIds } from '../shared/bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentResource } from '../shared/resources.ts';
import {
  addressPatch,
  birthDate,
  idOf,
  language,
  name,
  phone,
  studentParams,
} from '../shared/schemas.ts';

export const changeStudentRoute = defineOperation({
  name: 'change-student',
  method: 'PATCH',
  path: '/schools/{schoolId}/students/{studentId}',
  summary: "Changes the school's own copy of a student.",
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: studentParams,
  body: z.strictObject({
    name: name.optional(),
    phone: phone.nullable().optional(),
    address: addressPatch.nullable().optional(),
    language: language.optional(),
    birthDate: birthDate.nullable().optional(),
    teacherIds: clearable(z.array(idOf('per')).max(20)),
    departmentIds: clearable(departmentIds),
    status: z.enum(MEMBERSHIP_STATUSES).optional(),
  }),
  response: { status: 200, body: studentResource },
  errors: ['conflict', 'stale_version'],
  needs: { table: 'write' },
});
