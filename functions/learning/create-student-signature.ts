import { signAsStudent } from '../../domain/learning/sign.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createStudentSignatureRoute } from './create-student-signature.contract.ts';

export const handler = apiHandler(
  createStudentSignatureRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId, moduleId } = params;
    const { bookingId, ...said } = body;
    const about = { studentId, moduleId, bookingId };
    return created(
      `/schools/${schoolId}/students/${studentId}/signatures`,
      await signAsStudent(context, school, caller.personId, about, said),
    );
  },
);
