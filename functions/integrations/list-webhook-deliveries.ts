import { pageDeliveries } from '../../domain/integrations/replay-deliveries.ts';
import { deliveryView } from '../../domain/integrations/webhook-views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerPage } from '../shared/paging.ts';
import { listWebhookDeliveriesRoute } from './list-webhook-deliveries.contract.ts';

export const handler = apiHandler(
  listWebhookDeliveriesRoute,
  async ({ params: { schoolId, endpointId }, query, context }) =>
    ok(
      await answerPage(
        context.keys,
        `webhook deliveries ${schoolId} ${endpointId}`,
        query,
        deliveryView,
        (options) => pageDeliveries(context.store, schoolId, endpointId, options),
      ),
    ),
);
