import { createSchool } from '../../domain/schools/create-school.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createSchoolRoute } from './create-school.contract.ts';

export const handler = apiHandler(createSchoolRoute, async ({ body, context }) => {
  const school = await createSchool(context, body);
  return created(`/schools/${school.id}`, school);
});
