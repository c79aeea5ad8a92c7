import { readEndpoints } from '../../domain/integrations/change-endpoints.ts';
import { endpointView } from '../../domain/integrations/webhook-views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { answerWhole } from '../shared/paging.ts';
import { listWebhookEndpointsRoute } from './list-webhook-endpoints.contract.ts';

export const handler = apiHandler(
  listWebhookEndpointsRoute,
  async ({ params: { schoolId }, query, context }) => {
    const views = (await readEndpoints(context.store, schoolId)).map(endpointView);
    return ok(answerWhole(context.keys, `webhook endpoints ${schoolId}`, query, views));
  },
);
