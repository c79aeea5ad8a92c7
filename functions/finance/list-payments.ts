import { pagePayments } from '../../domain/finance/read-finance.ts';
import { paymentView } from '../../domain/finance/views.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerPage } from '../shared/paging.ts';
import { listPaymentsRoute } from './list-payments.contract.ts';

export const handler = apiHandler(listPaymentsRoute, async ({ params, query, caller, context }) => {
  const { schoolId, studentId } = params;
  await readStudent(context.store, schoolId, studentId, caller.scope);
  return ok(
    await answerPage(
      context.keys,
      `payments ${schoolId} ${studentId}`,
      query,
      paymentView,
      (options) => pagePayments(context.store, schoolId, studentId, options),
    ),
  );
});
