import { readDepartments } from '../../domain/schools/read-schools.ts';
import { departmentView } from '../../domain/schools/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerWhole } from '../shared/paging.ts';
import { listDepartmentsRoute } from './list-departments.contract.ts';

export const handler = apiHandler(listDepartmentsRoute, async ({ params, query, context }) => {
  const departments = await readDepartments(context.store, params.schoolId);
  const list = `departments ${params.schoolId}`;
  return ok(answerWhole(context.keys, list, query, departments.map(departmentView)));
});
