import { readBalance } from '../../domain/finance/read-finance.ts';
import { balanceView } from '../../domain/finance/views.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getBalanceRoute } from './get-balance.contract.ts';

export const handler = apiHandler(getBalanceRoute, async ({ params, caller, context, school }) => {
  const { schoolId, studentId } = params;
  await readStudent(context.store, schoolId, studentId, caller.scope);
  return ok(balanceView(await readBalance(context.store, schoolId, studentId), school.currency));
});
