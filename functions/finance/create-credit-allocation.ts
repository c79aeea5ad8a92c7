import { allocateCredit } from '../../domain/finance/record-payment.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createCreditAllocationRoute } from './create-credit-allocation.contract.ts';

export const handler = apiHandler(
  createCreditAllocationRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId } = params;
    await readStudent(context.store, schoolId, studentId, caller.scope);
    return ok(await allocateCredit(context, school, studentId, body));
  },
);
