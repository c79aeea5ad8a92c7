import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { vehicleResource } from '../shared/scheduling-resources.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listVehiclesRoute = defineOperation({
  name: 'list-vehicles',
  method: 'GET',
  path: '/schools/{schoolId}/vehicles',
  summary: 'The vehicles, oldest first.',
  who: { school_admin: 'school', office: 'school', teacher: 'school' },
  params: schoolParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(vehicleResource()) },
  needs: { table: 'read', keys: true },
});
