import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { schoolParams } from '../shared/schemas.ts';
import { webhookEndpointResource } from '../shared/webhook-resources.ts';
import { endpointFields } from '../shared/webhook-schemas.ts';

export const createWebhookEndpointRoute = defineOperation({
  name: 'create-webhook-endpoint',
  method: 'POST',
  path: '/schools/{schoolId}/webhook-endpoints',
  summary: 'Adds an address for the events of a school; `secret` is shown this once.',
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject(endpointFields),
  response: { status: 201, body: webhookEndpointResource },
  errors: ['conflict'],
  needs: { table: 'write', keys: true, webhooks: true },
});
