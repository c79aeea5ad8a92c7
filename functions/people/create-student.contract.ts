import { registrationBody } from '../shared/bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentResource } from '../shared/resources.ts';
import { schoolParams } from '../shared/schemas.ts';

export const createStudentRoute = defineOperation({
  name: 'create-student',
  method: 'POST',
  path: '/schools/{schoolId}/students',
  summary: 'The office enrols a student: active at once, the first invoice issued.',
  who: { school_admin: 'school', office: 'departments' },
  params: schoolParams,
  body: registrationBody,
  response: { status: 201, body: studentResource },
  errors: ['already_enrolled', 'not_found'],
  needs: { table: 'write', keys: true },
});
