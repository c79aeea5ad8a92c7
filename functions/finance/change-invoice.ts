import { changeInvoice } from '../../domain/finance/change-invoices.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { changeInvoiceRoute } from './change-invoice.contract.ts';

export const handler = apiHandler(
  changeInvoiceRoute,
  async ({ params, body, caller, context, school, ifMatch }) => {
    const { schoolId, invoiceId } = params;
    await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    return ok(await changeInvoice(context, school, invoiceId, body, ifMatch));
  },
);
