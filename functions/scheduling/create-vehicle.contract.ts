import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { vehicleResource } from '../shared/scheduling-resources.ts';
import { vehicleFields } from '../shared/scheduling-schemas.ts';
import { schoolParams } from '../shared/schemas.ts';

export const createVehicleRoute = defineOperation({
  name: 'create-vehicle',
  method: 'POST',
  path: '/schools/{schoolId}/vehicles',
  summary: 'Adds a vehicle.',
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject({
    name: vehicleFields.name,
    plate: vehicleFields.plate,
    category: vehicleFields.category.default('B'),
    gearbox: vehicleFields.gearbox.default('manual'),
    status: vehicleFields.status.default('active'),
  }),
  response: { status: 201, body: vehicleResource },
  needs: { table: 'write' },
});
