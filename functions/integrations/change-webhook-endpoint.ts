import { changeEndpoint } from '../../domain/integrations/change-endpoints.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { webhookResolver } from '../shared/webhook-resolver.ts';
import { changeWebhookEndpointRoute } from './change-webhook-endpoint.contract.ts';

const resolver = webhookResolver();

export const handler = apiHandler(
  changeWebhookEndpointRoute,
  async ({ params, body, context, ifMatch }) =>
    ok(await changeEndpoint(context, params, body, resolver, ifMatch)),
);
