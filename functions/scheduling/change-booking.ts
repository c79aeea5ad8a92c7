import { changeBooking } from '../../domain/scheduling/change-booking.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changeBookingRoute } from './change-booking.contract.ts';

export const handler = apiHandler(
  changeBookingRoute,
  async ({ params, body, caller, context, school, ifMatch }) =>
    ok(await changeBooking(context, school, caller.scope, params.bookingId, body, ifMatch)),
);
