import { enrolStudent } from '../../domain/people/enrol-student.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createStudentRoute } from './create-student.contract.ts';

export const handler = apiHandler(createStudentRoute, async ({ params, body, context }) => {
  const student = await enrolStudent(context, params.schoolId, body);
  return created(`/schools/${params.schoolId}/students/${student.id}`, student);
});
