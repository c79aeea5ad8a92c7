import { defineWorker } from '../shared/worker.ts';

export const trackDeliveryWorker = defineWorker({
  name: 'track-delivery',
  summary: 'Moves notifications to what SES and Twilio report of them',
  trigger: { kind: 'queue', queue: 'deliveries', batchSize: 10, concurrency: 5 },
  needs: { table: 'write', keys: true, queues: ['email'] },
});
