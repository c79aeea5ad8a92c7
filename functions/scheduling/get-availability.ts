import { readAvailability } from '../../domain/scheduling/read-configuration.ts';
import { availabilityView } from '../../domain/scheduling/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getAvailabilityRoute } from './get-availability.contract.ts';

export const handler = apiHandler(getAvailabilityRoute, async ({ params, caller, context }) => {
  const { schoolId, teacherId } = params;
  const availability = await readAvailability(context.store, schoolId, teacherId, caller.scope);
  return ok(availabilityView(teacherId, availability));
});
