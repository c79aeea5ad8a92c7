import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { serviceResource } from '../shared/resources.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listServicesRoute = defineOperation({
  name: 'list-services',
  method: 'GET',
  path: '/schools/{schoolId}/services',
  summary: 'The price list.',
  who: { school_admin: 'school', office: 'school' },
  params: schoolParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(serviceResource()) },
  needs: { table: 'read', keys: true },
});
