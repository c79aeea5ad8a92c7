import { removeStudent } from '../../domain/scheduling/booking-students.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { removeBookingStudentRoute } from './remove-booking-student.contract.ts';

export const handler = apiHandler(
  removeBookingStudentRoute,
  async ({ params, caller, context, school }) =>
    ok(await removeStudent(context, school, caller.scope, params.bookingId, params.studentId)),
);
