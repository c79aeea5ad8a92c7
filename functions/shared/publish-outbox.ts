import { DeleteCommand, type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { OUTBOX_PREFIX, PARTITION_KEY, SORT_KEY } from '../../domain/store/names.ts';
import type { RowKey } from '../../domain/store/port.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { createDocumentClient } from './dynamo.ts';
import { ENV, requireEnvironment } from './environment.ts';
import type { EventBus } from './event-bus.ts';
import { errorFacts, log } from './log.ts';

/** A committed event on its way out, and the key of its row. */
export type OutboxItem = { key: RowKey; event: EventEnvelope };

/** The two writes outside the door: nothing but outbox rows is reached by them. */
export type OutboxTable = {
  remove(key: RowKey): Promise<void>;
  /** counts a failed try, and gives up on the row for good when `parked` */
  countFailure(key: RowKey, parked: boolean): Promise<void>;
};

/**
 * `unpublished`: the bus was busy or out of reach, trying again soon makes sense.
 * `rejected`: the bus does not want this very event.
 */
export type PublishOutcome = 'published' | 'unpublished' | 'rejected';

const ENTRIES_A_CALL = 10;
const BYTES_A_CALL = 250 * 1024;
/** Of the envelope that we do not write: source, detail type, the bus's name. */
const ENTRY_OVERHEAD = 200;
/** What the bus answers for an entry that may well pass the next time. */
const PASSING = new Set([
  'ThrottlingException',
  'InternalFailure',
  'InternalException',
  'NoResult',
  'ServiceUnavailable',
]);

/**
 * Publishes events and deletes the rows of those that the bus has taken. A row is deleted only after
 * its entry's own result was read, so a crash anywhere publishes twice rather than never; consumers
 * know events by their ids. After a failed call the rest is not even tried: the bus is in trouble.
 */
export async function publishOutbox(
  items: readonly OutboxItem[],
  bus: EventBus,
  table: OutboxTable,
): Promise<PublishOutcome[]> {
  const outcomes: PublishOutcome[] = items.map(() => 'unpublished');
  let position = 0;
  for (const call of calls(items)) {
    const results = await bus.put(call.map(({ event }) => event)).catch((error: unknown) => {
      log.warn('events not published', {
        events: call.map(({ event }) => event.id),
        ...errorFacts(error),
      });
      return null;
    });
    if (!results) break;
    const first = position;
    await Promise.all(
      call.map(async ({ key, event }, i) => {
        const failure = results[i];
        if (failure) {
          log.error('event not taken by the bus', { eventId: event.id, code: failure.code });
          outcomes[first + i] = PASSING.has(failure.code) ? 'unpublished' : 'rejected';
          return;
        }
        outcomes[first + i] = 'published';
        // A row left behind is published once more by the sweep, and deleted then.
        await table
          .remove(key)
          .catch((error: unknown) =>
            log.warn('outbox row not deleted', { eventId: event.id, ...errorFacts(error) }),
          );
      }),
    );
    position += call.length;
  }
  return outcomes;
}

/** Cuts a list into calls that the bus accepts, in order. */
function calls(items: readonly OutboxItem[]): OutboxItem[][] {
  const result: OutboxItem[][] = [];
  let bytes = 0;
  for (const item of items) {
    const size = Buffer.byteLength(JSON.stringify(item.event)) + ENTRY_OVERHEAD;
    const current = result.at(-1);
    if (current && current.length < ENTRIES_A_CALL && bytes + size <= BYTES_A_CALL) {
      current.push(item);
      bytes += size;
    } else {
      result.push([item]);
      bytes = size;
    }
  }
  return result;
}

let client: DynamoDBDocumentClient | undefined;
const documents = () => (client ??= createDocumentClient());

export const outboxTable: OutboxTable = {
  async remove(key) {
    await documents().send(
      new DeleteCommand({ TableName: requireEnvironment(ENV.tableName), Key: outboxKey(key) }),
    );
  },
  async countFailure(key, parked) {
    await documents()
      .send(
        new UpdateCommand({
          TableName: requireEnvironment(ENV.tableName),
          Key: outboxKey(key),
          UpdateExpression: 'ADD #attempts :one SET #parked = :parked',
          // The relay may just have deleted it; an update alone would bring half a row back.
          ConditionExpression: 'attribute_exists(#pk)',
          ExpressionAttributeNames: {
            '#attempts': 'attempts',
            '#parked': 'parked',
            '#pk': PARTITION_KEY,
          },
          ExpressionAttributeValues: { ':one': 1, ':parked': parked },
        }),
      )
      .catch((error: unknown) => {
        if (!(error instanceof Error && error.name === 'ConditionalCheckFailedException'))
          throw error;
      });
  },
};

/** The key again, sure to be one of an outbox row: no other may be written outside the door. */
function outboxKey({ pk, sk }: RowKey): Record<string, string> {
  if (!pk.startsWith(OUTBOX_PREFIX)) throw new Error('not the key of an outbox row');
  return { [PARTITION_KEY]: pk, [SORT_KEY]: sk };
}
