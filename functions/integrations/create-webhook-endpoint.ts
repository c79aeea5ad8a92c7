import { createEndpoint } from '../../domain/integrations/change-endpoints.ts';
import { created } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { webhookResolver } from '../shared/webhook-resolver.ts';
import { createWebhookEndpointRoute } from './create-webhook-endpoint.contract.ts';

const resolver = webhookResolver();

export const handler = apiHandler(
  createWebhookEndpointRoute,
  async ({ params: { schoolId }, body, context }) => {
    const endpoint = await createEndpoint(context, schoolId, body, resolver);
    return created(`/schools/${schoolId}/webhook-endpoints/${endpoint.id}`, endpoint);
  },
);
