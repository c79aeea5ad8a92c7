import { requestSignature } from '../../domain/learning/request-signature.ts';
import { readStudent } from '../../domain/people/read-student.ts';
import { accepted } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { requestSignatureRoute } from './request-signature.contract.ts';

export const handler = apiHandler(
  requestSignatureRoute,
  async ({ params, body, caller, context }) => {
    const { schoolId, studentId } = params;
    await readStudent(context.store, schoolId, studentId, caller.scope);
    return accepted(await requestSignature(context, schoolId, studentId, body.bookingId));
  },
);
