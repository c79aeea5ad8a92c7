import { defineWorker } from '../shared/worker.ts';

export const reconcilePaymentsWorker = defineWorker({
  name: 'reconcile-payments',
  summary:
    "Holds Stripe's payments, refunds and disputes against one school's books, a page at a time",
  trigger: { kind: 'queue', queue: 'reconciliation', batchSize: 1, concurrency: 5 },
  needs: { table: 'write', stripe: true, queues: ['reconciliation'] },
  timeoutSeconds: 120,
});
