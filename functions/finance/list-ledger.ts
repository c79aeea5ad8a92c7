import { pageLedger } from '../../domain/finance/read-finance.ts';
import { ledgerEntryView } from '../../domain/finance/views.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerPage } from '../shared/paging.ts';
import { listLedgerRoute } from './list-ledger.contract.ts';

export const handler = apiHandler(listLedgerRoute, async ({ params, query, caller, context }) => {
  const { schoolId, studentId } = params;
  await readStudent(context.store, schoolId, studentId, caller.scope);
  return ok(
    await answerPage(
      context.keys,
      `ledger ${schoolId} ${studentId}`,
      query,
      ledgerEntryView,
      (options) => pageLedger(context.store, schoolId, studentId, options),
    ),
  );
});
