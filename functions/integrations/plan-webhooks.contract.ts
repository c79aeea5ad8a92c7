import { WEBHOOK_EVENTS } from '../../domain/integrations/webhook-events.ts';
import { defineWorker } from '../shared/worker.ts';

export const planWebhooksWorker = defineWorker({
  name: 'plan-webhooks',
  summary: 'Makes one delivery of an event for each endpoint that wants it',
  trigger: { kind: 'events', events: WEBHOOK_EVENTS, batchSize: 10, concurrency: 5 },
  needs: { table: 'write', queues: ['webhooks'] },
  timeoutSeconds: 30,
});
