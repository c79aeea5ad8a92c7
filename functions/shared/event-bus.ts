import {
  EventBridgeClient,
  PutEventsCommand,
  type PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE } from '../../events/catalogue.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { reportEvents } from './business-metrics.ts';
import { ENV, requireEnvironment } from './environment.ts';

/** What became of one event: null when the bus has it, else the bus's error code. */
export type PutOutcome = { code: string } | null;

/** At most ten events and 256 KB a call. Throws when the call as a whole failed. */
export type EventBus = { put(events: readonly EventEnvelope[]): Promise<PutOutcome[]> };

let client: EventBridgeClient | undefined;

export const eventBus: EventBus = {
  async put(events) {
    client ??= new EventBridgeClient({
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: 1_000,
        requestTimeout: 4_000,
        throwOnRequestTimeout: true,
      },
    });
    const EventBusName = requireEnvironment(ENV.busName);
    const { Entries = [] } = await client.send(
      new PutEventsCommand({
        Entries: events.map((event) => ({
          EventBusName,
          Source: EVENT_SOURCE,
          DetailType: event.name,
          Detail: JSON.stringify(event),
        })),
      }),
    );
    // An entry without a result is an entry nobody vouches for.
    const outcomes = events.map((_, i) => outcome(Entries[i]));
    reportEvents(events.filter((_, i) => outcomes[i] === null).map(({ name }) => name));
    return outcomes;
  },
};

function outcome(entry: PutEventsResultEntry | undefined): PutOutcome {
  return entry?.EventId ? null : { code: entry?.ErrorCode ?? 'NoResult' };
}
