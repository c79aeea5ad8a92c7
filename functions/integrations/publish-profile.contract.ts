import { defineWorker } from '../shared/worker.ts';

export const publishProfileWorker = defineWorker({
  name: 'publish-profile',
  summary: 'Publishes one school’s profile to findkoreskole.dk',
  // Few at once: a platform that is back is not to be knocked over by all that waited for it.
  trigger: { kind: 'queue', queue: 'findkoreskole', batchSize: 5, concurrency: 2 },
  needs: { table: 'write', platform: 'findkoreskole' },
  timeoutSeconds: 45,
});
