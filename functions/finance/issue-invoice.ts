import { issueInvoice } from '../../domain/finance/change-invoices.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { issueInvoiceRoute } from './issue-invoice.contract.ts';

export const handler = apiHandler(
  issueInvoiceRoute,
  async ({ params, caller, context, school }) => {
    const { schoolId, invoiceId } = params;
    await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    return ok(await issueInvoice(context, school, invoiceId));
  },
);
