import { defineWorker } from '../shared/worker.ts';

export const sweepWorker = defineWorker({
  name: 'sweep',
  summary: 'Publishes events the relay left behind and carries out everything that has fallen due',
  trigger: { kind: 'schedule', everyMinutes: 5 },
  needs: {
    table: 'write',
    indexes: ['byDue', 'bySchoolAndTime'],
    outbox: true,
    bus: 'publish',
    queues: ['email', 'sms', 'stripe', 'e-teori', 'findkoreskole', 'webhooks'],
  },
  timeoutSeconds: 120,
});
