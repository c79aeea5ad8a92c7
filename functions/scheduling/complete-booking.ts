import { completeBooking } from '../../domain/scheduling/complete-booking.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { completeBookingRoute } from './complete-booking.contract.ts';

export const handler = apiHandler(
  completeBookingRoute,
  async ({ params, body, caller, context, school }) =>
    ok(await completeBooking(context, school, caller.scope, params.bookingId, body)),
);
