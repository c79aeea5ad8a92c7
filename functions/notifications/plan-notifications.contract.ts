import { PLANNED_EVENTS } from '../../domain/notifications/plan.ts';
import { defineWorker } from '../shared/worker.ts';

export const planNotificationsWorker = defineWorker({
  name: 'plan-notifications',
  summary: 'Turns events into notifications, one per event, recipient and channel',
  trigger: {
    kind: 'events',
    events: PLANNED_EVENTS,
    // A group of 45 is 92 messages: a batch of such events must be over in time.
    batchSize: 5,
    concurrency: 5,
  },
  needs: {
    table: 'write',
    indexes: ['bySchoolAndTime'],
    keys: true,
    queues: ['email', 'sms'],
  },
  timeoutSeconds: 60,
});
