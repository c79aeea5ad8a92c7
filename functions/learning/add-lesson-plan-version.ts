import { addPlanVersion } from '../../domain/learning/change-plans.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { addLessonPlanVersionRoute } from './add-lesson-plan-version.contract.ts';

export const handler = apiHandler(
  addLessonPlanVersionRoute,
  async ({ params, body, context, school }) => {
    const plan = await addPlanVersion(context, school, params.lessonPlanId, body);
    const at = `/schools/${school.schoolId}/lesson-plans/${plan.id}`;
    return created(`${at}?version=${plan.version}`, plan);
  },
);
