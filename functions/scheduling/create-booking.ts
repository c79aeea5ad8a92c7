import { createBooking } from '../../domain/scheduling/create-booking.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createBookingRoute } from './create-booking.contract.ts';

export const handler = apiHandler(createBookingRoute, async ({ body, caller, context, school }) => {
  const booking = await createBooking(context, school, caller.scope, body);
  return created(`/schools/${school.schoolId}/bookings/${booking.id}`, booking);
});
