import { readBookingTypes } from '../../domain/scheduling/read-configuration.ts';
import { bookingTypeView } from '../../domain/scheduling/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listBookingTypesRoute } from './list-booking-types.contract.ts';

export const handler = apiHandler(listBookingTypesRoute, async ({ params, context }) => {
  const types = await readBookingTypes(context.store, params.schoolId);
  return ok({ items: types.map(bookingTypeView), nextCursor: null });
});
