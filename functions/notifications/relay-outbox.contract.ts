import { defineWorker } from '../shared/worker.ts';

export const relayOutboxWorker = defineWorker({
  name: 'relay-outbox',
  summary: 'Publishes committed events to the bus and deletes their outbox rows',
  trigger: { kind: 'outbox-stream' },
  needs: { outbox: true, bus: 'publish' },
  timeoutSeconds: 30,
});
