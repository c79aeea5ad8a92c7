import { planView } from '../../domain/learning/plan-view.ts';
import { readPlan, readPlanVersion } from '../../domain/learning/read-plans.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getLessonPlanRoute } from './get-lesson-plan.contract.ts';

export const handler = apiHandler(getLessonPlanRoute, async ({ params, query, context }) => {
  const { schoolId, lessonPlanId } = params;
  const plan = await readPlan(context.store, schoolId, lessonPlanId);
  const version = query.version ?? plan.latest;
  return ok(
    planView(plan, await readPlanVersion(context.store, schoolId, { lessonPlanId, version })),
  );
});
