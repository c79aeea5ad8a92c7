import { settleStudent } from '../../domain/finance/settle-student.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { created, ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { settleStudentRoute } from './settle-student.contract.ts';

export const handler = apiHandler(
  settleStudentRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId } = params;
    const student = await readStudent(context.store, schoolId, studentId, caller.scope);
    const confirm = body?.confirm === true;
    const settlement = await settleStudent(context, school, student, { confirm });
    const ledger = `/schools/${schoolId}/students/${studentId}/ledger`;
    return confirm ? created(ledger, settlement) : ok(settlement);
  },
);
