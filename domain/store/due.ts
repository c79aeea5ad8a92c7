import { HOUR, type Instant, instant } from '../shared/instant.ts';
import { BY_DUE } from './names.ts';
import type { QueryParams } from './port.ts';

/**
 * When a row next needs something done, as the attributes behind the `byDue` index. A row has one
 * `dueAt`, its next due action; a row without these three attributes is not in the index.
 */
export type Due = { dueAt: Instant; dueHour: string; dueShard: string };

/** An hour is spread over so many partitions of the index, so that a busy one is no hot spot. */
export const DUE_SHARDS = ['0', '1', '2', '3'] as const;

/** The due attributes of the row with this id: its last characters are random, they pick the shard. */
export function dueAt(at: Instant, id: string): Due {
  return {
    dueAt: at,
    dueHour: hourOf(at),
    dueShard: String(Number.parseInt(id.slice(-2), 36) % DUE_SHARDS.length),
  };
}

/** The row's attributes with nothing due any more. */
export function notDue<Row extends object>(row: Row): Omit<Row, keyof Due> {
  const { dueAt: _at, dueHour: _hour, dueShard: _shard, ...rest } = row as Row & Partial<Due>;
  return rest;
}

/** The UTC hour of a moment: `2026-11-22T09`. Hours sort like the moments in them. */
export function hourOf(at: Instant): string {
  return at.slice(0, 13);
}

export function hourStart(hour: string): Instant {
  return instant(`${hour}:00:00.000Z`);
}

/** Every hour from one to another, both included: `2026-11-22T23`, `2026-11-23T00`. */
export function hoursFrom(first: string, last: string): string[] {
  const hours: string[] = [];
  for (let at = Date.parse(hourStart(first)); at <= Date.parse(hourStart(last)); at += HOUR) {
    hours.push(hourOf(instant(at)));
  }
  return hours;
}

/** The question "what fell due in this hour and shard, up to this moment?", for rows of every kind. */
export function dueQuery(hour: string, shard: string, until: Instant): QueryParams {
  return {
    IndexName: BY_DUE.name,
    KeyConditionExpression: '#pk = :pk AND #sk <= :until',
    ExpressionAttributeNames: { '#pk': BY_DUE.pk, '#sk': BY_DUE.sk },
    ExpressionAttributeValues: { ':pk': `${hour}#${shard}`, ':until': until },
  };
}
