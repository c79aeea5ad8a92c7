import { defineWorker } from '../shared/worker.ts';

export const fanOutMessageWorker = defineWorker({
  name: 'fan-out-message',
  summary: 'Tells the audience of a staff message, a window at a time',
  trigger: {
    kind: 'events',
    events: ['StaffMessageWritten'],
    batchSize: 1,
    concurrency: 4,
    putsBack: true,
  },
  needs: { table: 'write', queues: ['email', 'sms'] },
  timeoutSeconds: 60,
});
