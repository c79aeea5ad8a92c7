import { signAsTeacher } from '../../domain/learning/sign.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createTeacherSignatureRoute } from './create-teacher-signature.contract.ts';

export const handler = apiHandler(
  createTeacherSignatureRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId, moduleId } = params;
    const { bookingId, ...said } = body;
    const about = { studentId, moduleId, bookingId };
    return created(
      `/schools/${schoolId}/students/${studentId}/signatures`,
      await signAsTeacher(context, school, caller.personId, about, said),
    );
  },
);
