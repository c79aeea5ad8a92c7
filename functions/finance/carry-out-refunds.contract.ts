import { defineWorker } from '../shared/worker.ts';

export const carryOutRefundsWorker = defineWorker({
  name: 'carry-out-refunds',
  summary: 'Asks Stripe for the refunds that settlements and suspense have promised',
  trigger: {
    kind: 'events',
    events: ['RefundRequested', 'SuspenseRefundRequested'],
    batchSize: 5,
    concurrency: 5,
  },
  needs: { table: 'write', stripe: true },
  timeoutSeconds: 60,
});
