import { setAvailability } from '../../domain/scheduling/set-availability.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { setAvailabilityRoute } from './set-availability.contract.ts';

export const handler = apiHandler(
  setAvailabilityRoute,
  async ({ params, body, caller, context, school, ifMatch }) =>
    ok(await setAvailability(context, school, params.teacherId, caller.scope, body, ifMatch)),
);
