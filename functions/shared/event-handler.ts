import type { Context } from '../../domain/store/context.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { readEvent } from '../../events/envelope.ts';
import { continueOnBehalfOf } from './log.ts';
import { type QueueHandlerOptions, queueHandler } from './queue-handler.ts';
import { createContext } from './runtime.ts';
import { putBack } from './send-message.ts';
import type { Worker } from './worker.ts';

/** The subscriber's own queue, for who goes on later where it stopped; its contract says `putsBack`. */
type OwnQueue = { putBack(seconds: number): Promise<void> };

/**
 * The stack of a subscriber: a queue consumer whose messages are events of the bus, checked against
 * the catalogue. It acts in its own name and carries on the correlation id of what caused the event.
 */
export function eventHandler(
  worker: Worker,
  run: (event: EventEnvelope, context: Context, own: OwnQueue) => Promise<void>,
  options: QueueHandlerOptions = {},
) {
  return queueHandler(
    worker,
    async ({ body }) => {
      const event = readEvent(body);
      continueOnBehalfOf(event.correlationId);
      const actor = { kind: 'system', name: worker.name } as const;
      const own = { putBack: (seconds: number) => putBack(body, seconds) };
      await run(event, await createContext(actor, event.correlationId), own);
    },
    options,
  );
}
