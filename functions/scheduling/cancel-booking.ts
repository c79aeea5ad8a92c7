import { cancelBooking } from '../../domain/scheduling/cancel-booking.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { cancelBookingRoute } from './cancel-booking.contract.ts';

export const handler = apiHandler(
  cancelBookingRoute,
  async ({ params, body, caller, context, school }) =>
    ok(await cancelBooking(context, school, caller.scope, params.bookingId, body)),
);
