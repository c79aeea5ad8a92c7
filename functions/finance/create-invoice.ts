import { createInvoice } from '../../domain/finance/change-invoices.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createInvoiceRoute } from './create-invoice.contract.ts';

export const handler = apiHandler(
  createInvoiceRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId } = params;
    const student = await readStudent(context.store, schoolId, studentId, caller.scope);
    const invoice = await createInvoice(context, school, student, body);
    return created(`/schools/${schoolId}/invoices/${invoice.id}`, invoice);
  },
);
