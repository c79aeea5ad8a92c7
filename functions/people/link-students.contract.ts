import { defineWorker } from '../shared/worker.ts';

export const linkStudentsWorker = defineWorker({
  name: 'link-students',
  summary:
    'Remembers which students were booked with a teacher, who may look them up from then on.',
  trigger: {
    kind: 'events',
    events: ['BookingConfirmed', 'BookingMoved', 'BookingStudentsAdded', 'BookingCompleted'],
    batchSize: 10,
  },
  needs: { table: 'write' },
});
