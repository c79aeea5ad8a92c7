import { planSummary } from '../../domain/learning/plan-view.ts';
import { readPlans } from '../../domain/learning/read-plans.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerWhole } from '../shared/paging.ts';
import { listLessonPlansRoute } from './list-lesson-plans.contract.ts';

export const handler = apiHandler(listLessonPlansRoute, async ({ params, query, context }) => {
  const plans = await readPlans(context.store, params.schoolId);
  const list = `lesson plans ${params.schoolId}`;
  return ok(answerWhole(context.keys, list, query, plans.map(planSummary)));
});
