import { listStudents } from '../../domain/people/list-students.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listStudentsRoute } from './list-students.contract.ts';

export const handler = apiHandler(listStudentsRoute, async ({ params, query, caller, context }) =>
  ok(await listStudents(context, params.schoolId, caller.scope, query)),
);
