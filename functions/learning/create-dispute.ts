import { disputeLesson } from '../../domain/learning/dispute.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createDisputeRoute } from './create-dispute.contract.ts';

export const handler = apiHandler(
  createDisputeRoute,
  async ({ params, body, caller, context, school }) => {
    const { schoolId, studentId, moduleId } = params;
    const { bookingId, ...said } = body;
    const about = { studentId, moduleId, bookingId };
    return created(
      `/schools/${schoolId}/students/${studentId}/signatures`,
      await disputeLesson(context, school, caller.personId, about, said),
    );
  },
);
