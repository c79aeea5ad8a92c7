import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { vehicleResource } from '../shared/scheduling-resources.ts';
import { vehicleFields, vehicleParams } from '../shared/scheduling-schemas.ts';

export const changeVehicleRoute = defineOperation({
  name: 'change-vehicle',
  method: 'PATCH',
  path: '/schools/{schoolId}/vehicles/{vehicleId}',
  summary: 'Changes a vehicle; `out_of_service` keeps it from new bookings.',
  who: { school_admin: 'school' },
  params: vehicleParams,
  body: z.strictObject(vehicleFields).partial(),
  response: { status: 200, body: vehicleResource },
  needs: { table: 'write' },
});
