import { answerEntry } from '../../domain/learning/answer.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { acceptCorrectionRoute } from './accept-correction.contract.ts';

export const handler = apiHandler(
  acceptCorrectionRoute,
  async ({ params, caller, context, school }) => {
    const { schoolId, ...question } = params;
    return created(
      `/schools/${schoolId}/students/${question.studentId}/signatures`,
      await answerEntry(context, school, caller.personId, question, true),
    );
  },
);
