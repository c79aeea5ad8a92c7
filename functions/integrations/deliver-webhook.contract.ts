import { defineWorker } from '../shared/worker.ts';

export const deliverWebhookWorker = defineWorker({
  name: 'deliver-webhook',
  summary: 'Posts one event to one endpoint of a school',
  trigger: { kind: 'queue', queue: 'webhooks', batchSize: 10, concurrency: 10 },
  needs: { table: 'write', keys: true, webhooks: true },
  timeoutSeconds: 45,
});
