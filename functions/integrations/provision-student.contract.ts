import { defineWorker } from '../shared/worker.ts';

export const provisionStudentWorker = defineWorker({
  name: 'provision-student',
  summary: 'Makes or links one student’s account with e-teori.dk',
  // Few at once: a platform that is back is not to be knocked over by all that waited for it.
  trigger: { kind: 'queue', queue: 'e-teori', batchSize: 5, concurrency: 2 },
  needs: { table: 'write', platform: 'e-teori' },
  timeoutSeconds: 45,
});
