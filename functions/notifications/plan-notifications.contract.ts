import { PLANNED_EVENTS } from '../../domain/notifications/plan.ts';
import { defineWorker } from '../shared/worker.ts';

export const planNotificationsWorker = defineWorker({
  name: 'plan-notifications',
  summary: 'Turns events into notifications, one per event, recipient and channel',
  trigger: {
    kind: 'events',
    events: PLANNED_EVENTS,
    batchSize: 10,
    concurrency: 5,
  },
  needs: {
    table: 'write',
    indexes: ['bySchoolAndTime'],
    keys: true,
    queues: ['email', 'sms'],
  },
  timeoutSeconds: 30,
});
