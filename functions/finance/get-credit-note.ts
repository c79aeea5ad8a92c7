import { readCreditNote } from '../../domain/finance/read-finance.ts';
import { creditNoteView } from '../../domain/finance/views.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { file, ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { creditNotePages } from '../shared/documents/invoice-pages.ts';
import { printedInvoice } from '../shared/documents/print-invoice.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { getCreditNoteRoute } from './get-credit-note.contract.ts';

export const handler = apiHandler(
  getCreditNoteRoute,
  async ({ params, query, caller, context, school }) => {
    const { schoolId, invoiceId, creditNoteId } = params;
    const invoice = await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    const note = await readCreditNote(context.store, schoolId, invoiceId, creditNoteId);
    if (!note) throw notFound('This credit note');
    if (query.format === 'json') return ok(creditNoteView(note));
    return file(await printedInvoice(creditNotePages(note, invoice, school), query.format));
  },
);
