import { defineOperation } from '../shared/operation.ts';
import { studentResource } from '../shared/resources.ts';
import { studentParams } from '../shared/schemas.ts';

export const getStudentRoute = defineOperation({
  name: 'get-student',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}',
  summary: 'One student.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: studentParams,
  response: { status: 200, body: studentResource },
  needs: { table: 'read' },
});
