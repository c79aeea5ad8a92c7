import { creditInvoice } from '../../domain/finance/credit-invoice.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { createCreditNoteRoute } from './create-credit-note.contract.ts';

export const handler = apiHandler(
  createCreditNoteRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, invoiceId } = params;
    await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    const note = await creditInvoice(context, school, invoiceId, body);
    return created(`/schools/${schoolId}/invoices/${invoiceId}/credit-notes/${note.id}`, note);
  },
);
