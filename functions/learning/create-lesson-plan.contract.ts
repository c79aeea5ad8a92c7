import * as z from 'zod';
import { planParts } from '../shared/learning-bodies.ts';
import { lessonPlanResource } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { line, name, schoolParams } from '../shared/schemas.ts';

export const createLessonPlanRoute = defineOperation({
  name: 'create-lesson-plan',
  method: 'POST',
  path: '/schools/{schoolId}/lesson-plans',
  summary: "A lesson plan of the school's own: a template with changes, or made from nothing.",
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject({
    name,
    templateId: line(100).optional(),
    isDefault: z.boolean().optional(),
    ...planParts,
  }),
  response: { status: 201, body: lessonPlanResource },
  needs: { table: 'write' },
});
