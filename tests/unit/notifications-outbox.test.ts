import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plusMilliseconds } from '../../domain/shared/instant.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { outboxEntity } from '../../domain/store/outbox.entity.ts';
import { shardOf } from '../../domain/store/outbox.ts';
import type { RowKey } from '../../domain/store/port.ts';
import { create } from '../../domain/store/write.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { relayOutboxWorker } from '../../functions/notifications/relay-outbox.contract.ts';
import type { EventBus, PutOutcome } from '../../functions/shared/event-bus.ts';
import { log } from '../../functions/shared/log.ts';
import { OUTBOX_AGE_METRIC } from '../../functions/shared/metrics.ts';
import {
  type OutboxItem,
  type OutboxTable,
  publishOutbox,
} from '../../functions/shared/publish-outbox.ts';
import { streamHandler } from '../../functions/shared/stream-handler.ts';
import { sweepOutbox, TRIES_BEFORE_PARKING } from '../../functions/shared/sweep-outbox.ts';
import { OUTBOX_AGE_METRIC as WATCHED } from '../../infra/names.ts';
import { anEvent } from '../support/notifications.ts';
import { createWorld, TEST_NOW } from '../support/store-world.ts';

// Test files of one worker share their modules: the level is put back.
beforeAll(() => log.setLogLevel('SILENT'));
afterAll(() => log.setLogLevel('INFO'));

const item = (data: object = {}): OutboxItem => {
  const event = anEvent('SchoolCreated', newId('sch'), data);
  return { key: { pk: `outbox#${shardOf(event.id)}`, sk: event.id }, event };
};
const items = (count: number, data: object = {}) => Array.from({ length: count }, () => item(data));

function aBus(answer: (event: EventEnvelope, call: number) => PutOutcome | 'throw' = () => null) {
  const calls: EventEnvelope[][] = [];
  const bus: EventBus = {
    async put(events) {
      calls.push([...events]);
      const answers = events.map((event) => answer(event, calls.length));
      if (answers.includes('throw')) throw new Error('bus unreachable');
      return answers as PutOutcome[];
    },
  };
  return { bus, calls, published: () => calls.flat().map(({ id }) => id) };
}

function aTable() {
  const removed: string[] = [];
  const failures: { id: string; parked: boolean }[] = [];
  const table: OutboxTable = {
    async remove({ sk }) {
      removed.push(sk);
    },
    async countFailure({ sk }, parked) {
      failures.push({ id: sk, parked });
    },
  };
  return { table, removed, failures };
}

describe('publishing events', () => {
  test('goes in tens and deletes what the bus has taken', async () => {
    const { bus, calls } = aBus();
    const { table, removed } = aTable();
    const all = items(23);

    const outcomes = await publishOutbox(all, bus, table);

    expect(calls.map((call) => call.length)).toEqual([10, 10, 3]);
    expect(outcomes).toEqual(all.map(() => 'published'));
    expect(removed.sort()).toEqual(all.map(({ event }) => event.id).sort());
  });

  test('large events go in calls of at most 256 KB', async () => {
    const { bus, calls } = aBus();
    await publishOutbox(items(5, { text: 'x'.repeat(100 * 1024) }), bus, aTable().table);

    expect(calls.map((call) => call.length)).toEqual([2, 2, 1]);
  });

  test('every entry is judged by its own result', async () => {
    const all = items(3);
    const { bus } = aBus((event) =>
      event === all[1]?.event
        ? { code: 'ThrottlingException' }
        : event === all[2]?.event
          ? { code: 'MalformedDetail' }
          : null,
    );
    const { table, removed } = aTable();

    expect(await publishOutbox(all, bus, table)).toEqual(['published', 'unpublished', 'rejected']);
    expect(removed).toEqual([all[0]?.event.id]);
  });

  test('after a call that failed the rest is not tried', async () => {
    const { bus, calls } = aBus((_, call) => (call === 2 ? 'throw' : null));
    const outcomes = await publishOutbox(items(30), bus, aTable().table);

    expect(calls).toHaveLength(2);
    expect(outcomes.map((outcome) => outcome === 'published')).toEqual([
      ...Array(10).fill(true),
      ...Array(20).fill(false),
    ]);
  });

  test('a row that cannot be deleted is left to the sweep, its event is out', async () => {
    const table: OutboxTable = {
      ...aTable().table,
      async remove() {
        throw new Error('throttled');
      },
    };

    expect(await publishOutbox([item()], aBus().bus, table)).toEqual(['published']);
  });
});

describe('the relay', () => {
  const record = ({ key, event }: OutboxItem, SequenceNumber: string): DynamoDBRecord => ({
    eventName: 'INSERT',
    dynamodb: {
      SequenceNumber,
      NewImage: marshall({ ...key, event, attempts: 0, parked: false }) as NonNullable<
        NonNullable<DynamoDBRecord['dynamodb']>['NewImage']
      >,
    },
  });
  const stream = (...records: DynamoDBRecord[]): DynamoDBStreamEvent => ({ Records: records });
  const relay = (again: (id: string) => boolean, seen: string[] = []) =>
    streamHandler(relayOutboxWorker, async (rows) => {
      seen.push(...rows.map(({ row }) => String(row.sk)));
      return new Set(
        rows.filter(({ row }) => again(String(row.sk))).map(({ sequenceNumber }) => sequenceNumber),
      );
    });

  test('asks the stream to go on from the lowest record that failed', async () => {
    const [a, b, c] = items(3) as [OutboxItem, OutboxItem, OutboxItem];
    const handler = relay((id) => id !== a.event.id);

    expect(await handler(stream(record(a, '1'), record(b, '2'), record(c, '3')))).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }],
    });
  });

  test('a record that cannot be read does not hold up the others', async () => {
    const good = item();
    const seen: string[] = [];
    const answer = await relay(() => false, seen)(stream({ dynamodb: {} }, record(good, '2')));

    expect(seen).toEqual([good.event.id]);
    expect(answer).toEqual({ batchItemFailures: [] });
  });
});

describe('the outbox sweep', () => {
  async function withRows(...rows: { ageSeconds: number; attempts?: number; parked?: boolean }[]) {
    const world = createWorld();
    const events: EventEnvelope[] = [];
    for (const { ageSeconds, attempts = 0, parked = false } of rows) {
      const event = { ...item().event, at: plusMilliseconds(TEST_NOW, -ageSeconds * 1000) };
      events.push(event);
      await world.store.transact(world.context(), () => ({
        writes: [
          create(
            outboxEntity.create({
              shard: shardOf(event.id),
              eventId: event.id,
              event,
              attempts,
              parked,
            }),
          ),
        ],
        result: null,
      }));
    }
    const ids = events.map(({ id }) => id);
    const sweep = (bus: EventBus, table: OutboxTable) =>
      sweepOutbox({ reader: world.store, bus, table, now: TEST_NOW });
    return { ids, sweep };
  }

  test('publishes what the relay left behind, leaves it the young ones, tells the age of the oldest', async () => {
    const { ids, sweep } = await withRows(
      { ageSeconds: 3600 },
      { ageSeconds: 61 },
      { ageSeconds: 30 },
    );
    const { bus, published } = aBus();
    const { table, removed } = aTable();

    const result = await sweep(bus, table);

    expect(published().sort()).toEqual([ids[0], ids[1]].sort());
    expect(removed.sort()).toEqual([ids[0], ids[1]].sort());
    expect(result).toEqual({ published: 2, left: 0, parked: 0, oldestSeconds: 3600 });
  });

  test('counts tries on the row, and parks what the bus refuses for good', async () => {
    const { ids, sweep } = await withRows(
      { ageSeconds: 100, attempts: 3 },
      { ageSeconds: 100, attempts: TRIES_BEFORE_PARKING - 1 },
    );
    const { table, failures } = aTable();

    await sweep(aBus(() => ({ code: 'MalformedDetail' })).bus, table);

    expect(
      failures.toSorted((a, b) => ids.indexOf(a.id as never) - ids.indexOf(b.id as never)),
    ).toEqual([
      { id: ids[0], parked: false },
      { id: ids[1], parked: true },
    ]);
  });

  test('an outage of the bus parks nothing, however often it was tried', async () => {
    const { ids, sweep } = await withRows({ ageSeconds: 100, attempts: 500 });
    const { table, failures } = aTable();

    await sweep(aBus(() => 'throw').bus, table);
    await sweep(aBus(() => ({ code: 'InternalFailure' })).bus, table);

    expect(failures).toEqual([
      { id: ids[0], parked: false },
      { id: ids[0], parked: false },
    ]);
  });

  test('a parked row is not tried again, and the alarm still sees its age', async () => {
    const { sweep } = await withRows({ ageSeconds: 9_000, attempts: 20, parked: true });
    const { bus, calls } = aBus();

    expect(await sweep(bus, aTable().table)).toMatchObject({
      parked: 1,
      published: 0,
      oldestSeconds: 9_000,
    });
    expect(calls).toEqual([]);
  });
});

test('the key of a row to delete is the entity’s own', () => {
  const { event } = item();
  const { Key } = outboxEntity.get({ shard: shardOf(event.id), eventId: event.id }).params() as {
    Key: RowKey;
  };

  expect(Key).toEqual({ pk: `outbox#${shardOf(event.id)}`, sk: event.id });
});

test('the metric that the sweep publishes is the one that the alarm watches', () => {
  expect(OUTBOX_AGE_METRIC).toBe(WATCHED);
});
