import { changeVehicle } from '../../domain/scheduling/change-vehicles.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { changeVehicleRoute } from './change-vehicle.contract.ts';

export const handler = apiHandler(
  changeVehicleRoute,
  async ({ params, body, context, school, ifMatch }) =>
    ok(await changeVehicle(context, school, params.vehicleId, body, ifMatch)),
);
