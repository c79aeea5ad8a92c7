import { correctLesson } from '../../domain/learning/correct.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createCorrectionRoute } from './create-correction.contract.ts';

export const handler = apiHandler(
  createCorrectionRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId, moduleId } = params;
    const { bookingId, ...said } = body;
    const about = { studentId, moduleId, bookingId };
    return created(
      `/schools/${schoolId}/students/${studentId}/signatures`,
      await correctLesson(context, school, caller.personId, about, said),
    );
  },
);
