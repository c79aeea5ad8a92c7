import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { webhookEndpointResource } from '../shared/webhook-resources.ts';
import { endpointFields, endpointParams } from '../shared/webhook-schemas.ts';

export const changeWebhookEndpointRoute = defineOperation({
  name: 'change-webhook-endpoint',
  method: 'PATCH',
  path: '/schools/{schoolId}/webhook-endpoints/{endpointId}',
  summary:
    'Changes an endpoint, enables or disables it. `rotateSecret` answers a new `secret`; the one before signs, too, for a day.',
  who: { school_admin: 'school' },
  params: endpointParams,
  body: z
    .strictObject({
      ...endpointFields,
      status: z.enum(['enabled', 'disabled']),
      rotateSecret: z.literal(true),
    })
    .partial(),
  response: { status: 200, body: webhookEndpointResource },
  needs: { table: 'write', keys: true, webhooks: true },
});
