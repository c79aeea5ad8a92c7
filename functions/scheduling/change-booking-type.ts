import { changeBookingType } from '../../domain/scheduling/change-booking-types.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changeBookingTypeRoute } from './change-booking-type.contract.ts';

export const handler = apiHandler(
  changeBookingTypeRoute,
  async ({ params, body, context, school, ifMatch }) =>
    ok(await changeBookingType(context, school, params.bookingTypeId, body, ifMatch)),
);
