import * as z from 'zod';
import { lessonPlanSummary } from '../shared/learning-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listLessonPlansRoute = defineOperation({
  name: 'list-lesson-plans',
  method: 'GET',
  path: '/schools/{schoolId}/lesson-plans',
  summary: "The school's lesson plans, oldest first.",
  who: { school_admin: 'school', office: 'school', teacher: 'school' },
  params: schoolParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(lessonPlanSummary()) },
  needs: { table: 'read', keys: true },
});
