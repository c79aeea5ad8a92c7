import { changeDepartment } from '../../domain/schools/change-departments.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changeDepartmentRoute } from './change-department.contract.ts';

export const handler = apiHandler(
  changeDepartmentRoute,
  async ({ params, body, context, school, ifMatch }) =>
    ok(await changeDepartment(context, school, params.departmentId, body, ifMatch)),
);
