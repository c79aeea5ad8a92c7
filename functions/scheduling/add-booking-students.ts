import { addStudents } from '../../domain/scheduling/booking-students.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { addBookingStudentsRoute } from './add-booking-students.contract.ts';

export const handler = apiHandler(
  addBookingStudentsRoute,
  async ({ params, body, caller, context, school }) =>
    ok(await addStudents(context, school, caller.scope, params.bookingId, body)),
);
