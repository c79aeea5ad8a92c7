import { readProgress } from '../../domain/learning/read-progress.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getProgressRoute } from './get-progress.contract.ts';

export const handler = apiHandler(getProgressRoute, async ({ params, caller, context, school }) => {
  const { schoolId, studentId } = params;
  const student = await readStudent(context.store, schoolId, studentId, caller.scope);
  return ok(await readProgress(context.store, student, school.timeZone));
});
