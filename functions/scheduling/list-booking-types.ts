import { readBookingTypes } from '../../domain/scheduling/read-configuration.ts';
import { bookingTypeView } from '../../domain/scheduling/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerWhole } from '../shared/paging.ts';
import { listBookingTypesRoute } from './list-booking-types.contract.ts';

export const handler = apiHandler(listBookingTypesRoute, async ({ params, query, context }) => {
  const types = await readBookingTypes(context.store, params.schoolId);
  const list = `booking-types ${params.schoolId}`;
  return ok(answerWhole(context.keys, list, query, types.map(bookingTypeView)));
});
