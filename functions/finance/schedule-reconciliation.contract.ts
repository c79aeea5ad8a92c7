import { defineWorker } from '../shared/worker.ts';

export const scheduleReconciliationWorker = defineWorker({
  name: 'schedule-reconciliation',
  summary: 'Puts one message into the queue for each school that is paid online, once a day',
  trigger: { kind: 'schedule', everyMinutes: 24 * 60 },
  needs: { table: 'read', indexes: ['bySchoolAndTime'], queues: ['reconciliation'] },
  timeoutSeconds: 300,
});
