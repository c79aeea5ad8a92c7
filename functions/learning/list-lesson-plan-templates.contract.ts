import * as z from 'zod';
import { lessonPlanTemplate } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';

export const listLessonPlanTemplatesRoute = defineOperation({
  name: 'list-lesson-plan-templates',
  method: 'GET',
  path: '/lesson-plan-templates',
  summary: 'The lesson plans that a school may start from.',
  who: 'signed-in',
  response: { status: 200, body: () => z.object({ items: z.array(lessonPlanTemplate()) }) },
  needs: { table: 'read' },
});
