import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { pageOf, paging } from '../shared/schemas.ts';
import { webhookDeliveryResource } from '../shared/webhook-resources.ts';
import { endpointParams } from '../shared/webhook-schemas.ts';

export const listWebhookDeliveriesRoute = defineOperation({
  name: 'list-webhook-deliveries',
  method: 'GET',
  path: '/schools/{schoolId}/webhook-endpoints/{endpointId}/deliveries',
  summary: 'What an endpoint was and is to be sent in the last 30 days, newest event first.',
  who: { school_admin: 'school' },
  params: endpointParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(webhookDeliveryResource()) },
  needs: { table: 'read', indexes: ['bySchoolAndTime'], keys: true },
});
