import { removeInvoice } from '../../domain/finance/change-invoices.ts';
import { noContent } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { removeInvoiceRoute } from './remove-invoice.contract.ts';

export const handler = apiHandler(
  removeInvoiceRoute,
  async ({ params, caller, context, school }) => {
    const { schoolId, invoiceId } = params;
    await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    await removeInvoice(context, school, invoiceId);
    return noContent();
  },
);
