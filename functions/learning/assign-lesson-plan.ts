import { assignLessonPlan } from '../../domain/people/assign-lesson-plan.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { assignLessonPlanRoute } from './assign-lesson-plan.contract.ts';

export const handler = apiHandler(
  assignLessonPlanRoute,
  async ({ params, body, caller, context }) => {
    const { schoolId, studentId } = params;
    const { lessonPlanId } = body;
    return created(
      `/schools/${schoolId}/students/${studentId}/progress`,
      await assignLessonPlan(context, schoolId, caller.scope, studentId, lessonPlanId),
    );
  },
);
