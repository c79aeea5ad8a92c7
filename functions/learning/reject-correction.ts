import { answerEntry } from '../../domain/learning/answer.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { rejectCorrectionRoute } from './reject-correction.contract.ts';

export const handler = apiHandler(
  rejectCorrectionRoute,
  async ({ params, caller, context, school }) => {
    const { schoolId, ...question } = params;
    return created(
      `/schools/${schoolId}/students/${question.studentId}/signatures`,
      await answerEntry(context, school, caller.personId, question, false),
    );
  },
);
