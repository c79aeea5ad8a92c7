import * as z from 'zod';
import { templateResource } from '../shared/notification-resources.ts';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listTemplatesRoute = defineOperation({
  name: 'list-templates',
  method: 'GET',
  path: '/schools/{schoolId}/templates',
  summary: 'Every message that the school may put into its own words, as it goes out now.',
  who: { school_admin: 'school' },
  params: schoolParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(templateResource()) },
  needs: { table: 'read', keys: true, portal: true },
});
