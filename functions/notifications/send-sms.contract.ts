import { defineWorker } from '../shared/worker.ts';

export const sendSmsWorker = defineWorker({
  name: 'send-sms',
  summary: 'Sends one notification by SMS',
  trigger: { kind: 'queue', queue: 'sms', batchSize: 5, concurrency: 5 },
  needs: {
    table: 'write',
    keys: true,
    sms: true,
    portal: true,
    sendingLimits: true,
    queues: ['email'],
  },
  timeoutSeconds: 45,
});
