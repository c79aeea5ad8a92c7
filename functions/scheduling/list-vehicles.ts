import { readVehicles } from '../../domain/scheduling/read-configuration.ts';
import { vehicleView } from '../../domain/scheduling/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerWhole } from '../shared/paging.ts';
import { listVehiclesRoute } from './list-vehicles.contract.ts';

export const handler = apiHandler(listVehiclesRoute, async ({ params, query, context }) => {
  const vehicles = await readVehicles(context.store, params.schoolId);
  const list = `vehicles ${params.schoolId}`;
  return ok(answerWhole(context.keys, list, query, vehicles.map(vehicleView)));
});
