import { readVehicles } from '../../domain/scheduling/read-configuration.ts';
import { vehicleView } from '../../domain/scheduling/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listVehiclesRoute } from './list-vehicles.contract.ts';

export const handler = apiHandler(listVehiclesRoute, async ({ params, context }) => {
  const vehicles = await readVehicles(context.store, params.schoolId);
  return ok({ items: vehicles.map(vehicleView), nextCursor: null });
});
