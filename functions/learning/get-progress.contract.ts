import { progressResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { studentParams } from '../shared/schemas.ts';

export const getProgressRoute = defineOperation({
  name: 'get-progress',
  method: 'GET',
  path: '/schools/{schoolId}/students/{studentId}/progress',
  summary: 'How far a student has come in their lesson plan, and what is missing.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: studentParams,
  response: { status: 200, body: progressResource },
  needs: { table: 'read' },
});
