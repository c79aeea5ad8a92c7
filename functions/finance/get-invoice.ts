import { readInvoice } from '../../domain/finance/read-finance.ts';
import { invoiceView } from '../../domain/finance/views.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { notFound } from '../../domain/shared/errors.ts';
import { localDate } from '../../domain/shared/time.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getInvoiceRoute } from './get-invoice.contract.ts';

export const handler = apiHandler(getInvoiceRoute, async ({ params, caller, context, school }) => {
  const invoice = await readInvoice(context.store, params.schoolId, params.invoiceId);
  if (!invoice) throw notFound('This invoice');
  // Whose invoice it is decides who sees it: outside one's scope it does not exist either.
  await readStudent(context.store, params.schoolId, invoice.studentId, caller.scope);
  return ok(invoiceView(invoice, localDate(context.now(), school.timeZone)));
});
