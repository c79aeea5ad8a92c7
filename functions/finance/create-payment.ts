import { recordPayment } from '../../domain/finance/record-payment.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createPaymentRoute } from './create-payment.contract.ts';

export const handler = apiHandler(
  createPaymentRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId } = params;
    await readStudent(context.store, schoolId, studentId, caller.scope);
    const payment = await recordPayment(context, school, studentId, body);
    return created(`/schools/${schoolId}/payments/${payment.id}`, payment);
  },
);
