import * as z from 'zod';
import { lessonPlanParams } from '../shared/learning-bodies.ts';
import { lessonPlanResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const getLessonPlanRoute = defineOperation({
  name: 'get-lesson-plan',
  method: 'GET',
  path: '/schools/{schoolId}/lesson-plans/{lessonPlanId}',
  summary: 'A lesson plan in its newest version, or in the one that `version` names.',
  who: { school_admin: 'school', office: 'school', teacher: 'school' },
  params: lessonPlanParams,
  query: z.strictObject({ version: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  response: { status: 200, body: lessonPlanResource },
  needs: { table: 'read' },
});
