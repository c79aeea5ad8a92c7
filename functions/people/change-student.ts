import { changeStudent } from '../../domain/people/change-student.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { administers } from '../shared/caller.ts';
import { changeStudentRoute } from './change-student.contract.ts';

export const handler = apiHandler(
  changeStudentRoute,
  async ({ params, body, caller, context, school, ifMatch }) =>
    ok(
      await changeStudent(
        context,
        school,
        params.studentId,
        { scope: caller.scope, administrator: administers(caller) },
        body,
        ifMatch,
      ),
    ),
);
