import { createBookingType } from '../../domain/scheduling/change-booking-types.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createBookingTypeRoute } from './create-booking-type.contract.ts';

export const handler = apiHandler(createBookingTypeRoute, async ({ body, context, school }) => {
  const type = await createBookingType(context, school, body);
  return created(`/schools/${school.schoolId}/booking-types/${type.id}`, type);
});
