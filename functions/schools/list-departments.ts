import { readDepartments } from '../../domain/schools/read-schools.ts';
import { departmentView } from '../../domain/schools/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listDepartmentsRoute } from './list-departments.contract.ts';

export const handler = apiHandler(listDepartmentsRoute, async ({ params, context }) => {
  const departments = await readDepartments(context.store, params.schoolId);
  return ok({ items: departments.map(departmentView), nextCursor: null });
});
