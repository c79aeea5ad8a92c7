import { billStudent } from '../../domain/finance/bill-student.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { billStudentRoute } from './bill-student.contract.ts';

export const handler = apiHandler(
  billStudentRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId } = params;
    const student = await readStudent(context.store, schoolId, studentId, caller.scope);
    const invoice = await billStudent(context, school, student, body);
    return created(`/schools/${schoolId}/invoices/${invoice.id}`, invoice);
  },
);
