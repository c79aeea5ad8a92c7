import { planDeliveries } from '../../domain/integrations/plan-deliveries.ts';
import { eventHandler } from '../shared/event-handler.ts';
import { integrationQueues } from '../shared/integration-queues.ts';
import { planWebhooksWorker } from './plan-webhooks.contract.ts';

export const handler = eventHandler(planWebhooksWorker, (event, context) =>
  planDeliveries(context, event, integrationQueues),
);
