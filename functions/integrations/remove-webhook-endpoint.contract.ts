import { defineOperation } from '../shared/operation.ts';
import { endpointParams } from '../shared/webhook-schemas.ts';

export const removeWebhookEndpointRoute = defineOperation({
  name: 'remove-webhook-endpoint',
  method: 'DELETE',
  path: '/schools/{schoolId}/webhook-endpoints/{endpointId}',
  summary: 'Removes an endpoint; nothing is tried there again.',
  who: { school_admin: 'school' },
  params: endpointParams,
  response: { status: 204 },
  needs: { table: 'write' },
});
