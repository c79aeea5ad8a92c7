import { defineWorker } from '../shared/worker.ts';

export const carryOutRegistrationWorker = defineWorker({
  name: 'carry-out-registration',
  summary:
    'Enrols who registered: identity, membership, plan and draft invoice in one transaction.',
  // Five at a time: registrations of one school meet in few rows, and more at once would only collide.
  trigger: { kind: 'events', events: ['RegistrationReceived'], batchSize: 5, concurrency: 5 },
  needs: { table: 'write', keys: true },
});
