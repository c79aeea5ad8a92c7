import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';
import { webhookEndpointResource } from '../shared/webhook-resources.ts';

export const listWebhookEndpointsRoute = defineOperation({
  name: 'list-webhook-endpoints',
  method: 'GET',
  path: '/schools/{schoolId}/webhook-endpoints',
  summary: 'The addresses at which a school wants its events, oldest first.',
  who: { school_admin: 'school' },
  params: schoolParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(webhookEndpointResource()) },
  needs: { table: 'read', keys: true },
});
