import { readCreditNotes } from '../../domain/finance/read-finance.ts';
import { creditNoteView } from '../../domain/finance/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { answerWhole } from '../shared/paging.ts';
import { listCreditNotesRoute } from './list-credit-notes.contract.ts';

export const handler = apiHandler(
  listCreditNotesRoute,
  async ({ params, query, caller, context }) => {
    const { schoolId, invoiceId } = params;
    await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    const notes = await readCreditNotes(context.store, schoolId, invoiceId);
    return ok(
      answerWhole(context.keys, `credit notes ${invoiceId}`, query, notes.map(creditNoteView)),
    );
  },
);
