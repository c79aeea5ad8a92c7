import { pageSuspense, suspenseView } from '../../domain/finance/online/suspense.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerPage } from '../shared/paging.ts';
import { listSuspenseRoute } from './list-suspense.contract.ts';

export const handler = apiHandler(listSuspenseRoute, async ({ params, query, context }) => {
  const { schoolId } = params;
  const { status } = query;
  const list = `suspense ${schoolId} ${status}`;
  return ok(
    await answerPage(context.keys, list, query, suspenseView, (options) =>
      pageSuspense(context.store, schoolId, status, options),
    ),
  );
});
