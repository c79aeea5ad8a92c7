import { removeEndpoint } from '../../domain/integrations/change-endpoints.ts';
import { noContent } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { removeWebhookEndpointRoute } from './remove-webhook-endpoint.contract.ts';

export const handler = apiHandler(removeWebhookEndpointRoute, async ({ params, context }) => {
  await removeEndpoint(context, params);
  return noContent();
});
