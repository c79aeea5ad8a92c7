import { readBooking } from '../../domain/scheduling/booking-scope.ts';
import { bookingView } from '../../domain/scheduling/booking-view.ts';
import { asOf } from '../../domain/scheduling/hold.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getBookingRoute } from './get-booking.contract.ts';

export const handler = apiHandler(getBookingRoute, async ({ params, caller, context }) => {
  const { schoolId, bookingId } = params;
  const booking = await readBooking(context.store, schoolId, bookingId, caller.scope);
  return ok(bookingView(asOf(booking, context.now()), caller.scope));
});
