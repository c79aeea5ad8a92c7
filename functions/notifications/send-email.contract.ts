import { defineWorker } from '../shared/worker.ts';

export const sendEmailWorker = defineWorker({
  name: 'send-email',
  summary: 'Sends one notification by e-mail',
  // One mail an invocation: a process that dies between the provider's yes and the save has one open.
  trigger: { kind: 'queue', queue: 'email', batchSize: 1, concurrency: 20 },
  needs: { table: 'write', keys: true, email: true, portal: true, sendingLimits: true },
  timeoutSeconds: 45,
});
