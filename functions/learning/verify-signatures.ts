import { verifyStored } from '../../domain/learning/read-record.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { verifySignaturesRoute } from './verify-signatures.contract.ts';

export const handler = apiHandler(verifySignaturesRoute, async ({ params, caller, context }) => {
  const { schoolId, studentId } = params;
  await readStudent(context.store, schoolId, studentId, caller.scope);
  return ok(await verifyStored(context.store, schoolId, studentId));
});
