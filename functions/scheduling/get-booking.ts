import { readBooking } from '../../domain/scheduling/booking-scope.ts';
import { bookingView } from '../../domain/scheduling/booking-view.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getBookingRoute } from './get-booking.contract.ts';

export const handler = apiHandler(getBookingRoute, async ({ params, caller, context }) => {
  const { schoolId, bookingId } = params;
  return ok(
    bookingView(await readBooking(context.store, schoolId, bookingId, caller.scope), caller.scope),
  );
});
