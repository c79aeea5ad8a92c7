import { createDepartment } from '../../domain/schools/change-departments.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createDepartmentRoute } from './create-department.contract.ts';

export const handler = apiHandler(createDepartmentRoute, async ({ body, context, school }) => {
  const department = await createDepartment(context, school, body);
  return created(`/schools/${school.schoolId}/departments/${department.id}`, department);
});
