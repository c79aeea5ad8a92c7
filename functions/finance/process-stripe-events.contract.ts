import { defineWorker } from '../shared/worker.ts';

export const processStripeEventsWorker = defineWorker({
  name: 'process-stripe-events',
  summary: "Books what Stripe's events tell: payments, refunds, disputes, each once",
  trigger: { kind: 'queue', queue: 'stripe', batchSize: 10, concurrency: 10 },
  needs: { table: 'write', stripe: true, livemode: true },
  timeoutSeconds: 60,
});
