import { changeSchool } from '../../domain/schools/change-school.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changeSchoolRoute } from './change-school.contract.ts';

export const handler = apiHandler(
  changeSchoolRoute,
  async ({ params, body, caller, context, ifMatch }) => {
    if (body.status !== undefined && !caller.platformAdmin) {
      throw new DomainError(
        'forbidden',
        'Only platform administrators change the status of a school.',
      );
    }
    return ok(await changeSchool(context, params.schoolId, body, ifMatch));
  },
);
