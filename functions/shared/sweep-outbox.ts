import { type Instant, millisecondsBetween } from '../../domain/shared/instant.ts';
import { OUTBOX_SHARDS } from '../../domain/store/names.ts';
import { outboxEntity } from '../../domain/store/outbox.entity.ts';
import type { Row } from '../../domain/store/port.ts';
import type { Reader } from '../../domain/store/reader.ts';
import type { EventBus } from './event-bus.ts';
import { log } from './log.ts';
import { type OutboxItem, type OutboxTable, publishOutbox } from './publish-outbox.ts';

/** Younger rows are the relay's, which is surely still at them. */
const RELAY_HAS_MS = 60_000;
/** After so many tries an event that the bus refuses is parked: the alarm on the oldest row goes off. */
export const TRIES_BEFORE_PARKING = 20;
const PAGE = 100;

export type OutboxSweep = {
  published: number;
  left: number;
  parked: number;
  oldestSeconds: number;
};

export type OutboxSweepOptions = {
  reader: Reader;
  bus: EventBus;
  table: OutboxTable;
  now: Instant;
  timeLeft?: () => boolean;
};

/**
 * Publishes what the relay has left behind, shard by shard, oldest first. The row is its own dead
 * letter: tries are counted on it, and one that the bus refuses for good is parked, neither tried
 * again nor lost. An outage of the bus parks nothing, however long it lasts.
 */
export async function sweepOutbox(options: OutboxSweepOptions): Promise<OutboxSweep> {
  const result: OutboxSweep = { published: 0, left: 0, parked: 0, oldestSeconds: 0 };
  await Promise.all(
    Array.from({ length: OUTBOX_SHARDS }, (_, shard) => sweepShard(String(shard), options, result)),
  );
  return result;
}

async function sweepShard(
  shard: string,
  { reader, bus, table, now, timeLeft = () => true }: OutboxSweepOptions,
  result: OutboxSweep,
): Promise<void> {
  let after: Row | undefined;
  do {
    const page = await reader.page(outboxEntity, outboxEntity.query.oldestFirst({ shard }), {
      limit: PAGE,
      ...(after && { after }),
    });
    after = page.lastKey;
    const age = ({ event }: OutboxItem) => millisecondsBetween(event.at, now);
    const items = page.items.map((row) => ({
      key: outboxEntity.get({ shard, eventId: row.eventId }).params().Key as OutboxItem['key'],
      event: row.event,
      attempts: row.attempts,
      parked: row.parked,
    }));
    for (const item of items) {
      result.oldestSeconds = Math.max(result.oldestSeconds, Math.floor(age(item) / 1000));
      if (item.parked) result.parked += 1;
    }
    const left = items.filter((item) => !item.parked && age(item) >= RELAY_HAS_MS);
    const outcomes = await publishOutbox(left, bus, table);
    for (const [i, { key, event, attempts }] of left.entries()) {
      if (outcomes[i] === 'published') {
        result.published += 1;
        continue;
      }
      result.left += 1;
      const parked = outcomes[i] === 'rejected' && attempts + 1 >= TRIES_BEFORE_PARKING;
      if (parked) log.error('event parked', { eventId: event.id, attempts: attempts + 1 });
      await table.countFailure(key, parked);
    }
    // The bus is in trouble: the next sweep goes on.
    if (outcomes.includes('unpublished')) return;
  } while (after && timeLeft());
}
