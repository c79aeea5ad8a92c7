import { createVehicle } from '../../domain/scheduling/change-vehicles.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { createVehicleRoute } from './create-vehicle.contract.ts';

export const handler = apiHandler(createVehicleRoute, async ({ body, context, school }) => {
  const vehicle = await createVehicle(context, school, body);
  return created(`/schools/${school.schoolId}/vehicles/${vehicle.id}`, vehicle);
});
