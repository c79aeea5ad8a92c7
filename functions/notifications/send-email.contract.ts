import { defineWorker } from '../shared/worker.ts';

export const sendEmailWorker = defineWorker({
  name: 'send-email',
  summary: 'Sends one notification by e-mail',
  trigger: { kind: 'queue', queue: 'email', batchSize: 5, concurrency: 5 },
  needs: { table: 'write', keys: true, email: true, portal: true, sendingLimits: true },
  timeoutSeconds: 45,
});
