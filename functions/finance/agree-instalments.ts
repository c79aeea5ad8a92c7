import { agreeInstalments } from '../../domain/finance/instalments.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { agreeInstalmentsRoute } from './agree-instalments.contract.ts';

export const handler = apiHandler(
  agreeInstalmentsRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId } = params;
    await readStudent(context.store, schoolId, studentId, caller.scope);
    return ok(await agreeInstalments(context, school, studentId, body));
  },
);
