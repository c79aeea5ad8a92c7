import { invoiceView } from '../../domain/finance/views.ts';
import { localDate } from '../../domain/shared/time.ts';
import { file, ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { invoicePages } from '../shared/documents/invoice-pages.ts';
import { printedInvoice } from '../shared/documents/print-invoice.ts';
import { ENV, requireEnvironment } from '../shared/environment.ts';
import { invoiceInScope } from '../shared/finance-scope.ts';
import { getInvoiceRoute } from './get-invoice.contract.ts';

const portalUrl = requireEnvironment(ENV.portalUrl);

export const handler = apiHandler(
  getInvoiceRoute,
  async ({ params, query, caller, context, school }) => {
    const { schoolId, invoiceId } = params;
    const invoice = await invoiceInScope(context.store, schoolId, invoiceId, caller.scope);
    if (query.format === 'json') {
      return ok(invoiceView(invoice, localDate(context.now(), school.timeZone)));
    }
    return file(await printedInvoice(invoicePages(invoice, school, portalUrl), query.format));
  },
);
