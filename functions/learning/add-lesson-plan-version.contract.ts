import * as z from 'zod';
import { lessonPlanParams, planParts } from '../shared/learning-bodies.ts';
import { lessonPlanResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { name } from '../shared/schemas.ts';

export const addLessonPlanVersionRoute = defineOperation({
  name: 'add-lesson-plan-version',
  method: 'POST',
  path: '/schools/{schoolId}/lesson-plans/{lessonPlanId}/versions',
  summary:
    'One more version of a lesson plan: the newest with changes. Students stay on the one they began.',
  who: { school_admin: 'school' },
  params: lessonPlanParams,
  body: z.strictObject({
    name: name.optional(),
    isDefault: z.literal(true).optional(),
    ...planParts,
  }),
  response: { status: 201, body: lessonPlanResource },
  needs: { table: 'write' },
});
