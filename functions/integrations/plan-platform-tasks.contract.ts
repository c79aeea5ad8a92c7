import { PLATFORM_EVENTS } from '../../domain/integrations/platform.ts';
import { defineWorker } from '../shared/worker.ts';

export const planPlatformTasksWorker = defineWorker({
  name: 'plan-platform-tasks',
  summary: 'Notes what e-teori.dk and findkoreskole.dk are to be told because of an event',
  trigger: { kind: 'events', events: PLATFORM_EVENTS, batchSize: 10, concurrency: 5 },
  needs: { table: 'write', indexes: ['bySchoolAndTime'], queues: ['e-teori', 'findkoreskole'] },
  timeoutSeconds: 30,
});
