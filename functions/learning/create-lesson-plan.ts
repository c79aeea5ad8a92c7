import { createPlan } from '../../domain/learning/change-plans.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createLessonPlanRoute } from './create-lesson-plan.contract.ts';

export const handler = apiHandler(createLessonPlanRoute, async ({ body, context, school }) => {
  const plan = await createPlan(context, school, body);
  return created(`/schools/${school.schoolId}/lesson-plans/${plan.id}`, plan);
});
