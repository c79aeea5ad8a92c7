import * as z from 'zod';
import { assignmentResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf, studentParams } from '../shared/schemas.ts';

export const assignLessonPlanRoute = defineOperation({
  name: 'assign-lesson-plan',
  method: 'POST',
  path: '/schools/{schoolId}/students/{studentId}/lesson-plan',
  summary: 'Puts a student on a lesson plan, in its newest version.',
  who: { school_admin: 'school', office: 'departments' },
  params: studentParams,
  body: z.strictObject({ lessonPlanId: idOf('pln') }),
  response: { status: 201, body: assignmentResource },
  needs: { table: 'write' },
});
