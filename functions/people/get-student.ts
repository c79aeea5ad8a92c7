import { readStudent } from '../../domain/people/read-student.ts';
import { studentView } from '../../domain/people/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getStudentRoute } from './get-student.contract.ts';

export const handler = apiHandler(getStudentRoute, async ({ params, caller, context }) =>
  ok(
    studentView(await readStudent(context.store, params.schoolId, params.studentId, caller.scope)),
  ),
);
