import { replayDeliveries } from '../../domain/integrations/replay-deliveries.ts';
import { accepted } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { replayWebhookDeliveriesRoute } from './replay-webhook-deliveries.contract.ts';

export const handler = apiHandler(
  replayWebhookDeliveriesRoute,
  async ({ params, body, context, school }) =>
    accepted(await replayDeliveries(context, params, school, body)),
);
