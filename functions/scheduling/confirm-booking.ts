import { confirmBooking } from '../../domain/scheduling/confirm-booking.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { confirmBookingRoute } from './confirm-booking.contract.ts';

export const handler = apiHandler(
  confirmBookingRoute,
  async ({ params, caller, context, school }) =>
    ok(await confirmBooking(context, school, caller.scope, params.bookingId)),
);
