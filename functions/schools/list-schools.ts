import { listSchools } from '../../domain/schools/list-schools.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listSchoolsRoute } from './list-schools.contract.ts';

export const handler = apiHandler(listSchoolsRoute, async ({ query, caller, context }) =>
  ok(await listSchools(context, caller.person, query)),
);
