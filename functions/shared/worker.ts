import type { EventName } from '../../events/catalogue.ts';
import type { Needs } from './operation.ts';
import type { QueueName } from './queue-names.ts';

/**
 * What a background function is, stated once, as `Operation` does for the HTTP ones: what wakes it,
 * what it needs. Constants and types only, read by infra and by the handler's tests.
 */
export type Trigger =
  /** its own queue, fed by a bus rule for these events */
  | {
      kind: 'events';
      events: readonly EventName[];
      batchSize: number;
      concurrency?: number;
      /** it may put a message back into its own queue, to go on where it stopped */
      putsBack?: true;
    }
  /** its own queue, fed by other functions */
  | { kind: 'queue'; queue: QueueName; batchSize: number; concurrency?: number }
  /** the table's stream: insertions of outbox rows */
  | { kind: 'outbox-stream' }
  /** the clock */
  | { kind: 'schedule'; everyMinutes: number };

export type Worker = {
  /** kebab-case verb and noun; also the file's name and the function's */
  name: string;
  summary: string;
  trigger: Trigger;
  needs: Needs;
  memory?: number;
  timeoutSeconds?: number;
};

/** States a background function. */
export function defineWorker<const W extends Worker>(worker: W): W {
  return worker;
}
