import { DAY, type Instant, instant } from '../shared/instant.ts';
import { BY_DUE } from './names.ts';
import type { QueryParams } from './port.ts';

/**
 * When a row next needs something done, as the attributes behind the `byDue` index. A row has one
 * `dueAt`, its next due action; a row without these three attributes is not in the index.
 */
export type Due = { dueAt: Instant; dueDay: string; dueShard: string };

/**
 * A UTC day is spread over so many partitions of the index: room for four thousand changes a second
 * of what is due on one and the same day. Days and not hours, because a sweep asks every partition
 * since its last run: four questions as a rule, and 360 after three months, not 8,640.
 */
export const DUE_SHARDS = ['0', '1', '2', '3'] as const;

/** The due attributes of the row with this id: its last characters are random, they pick the shard. */
export function dueAt(at: Instant, id: string): Due {
  return {
    dueAt: at,
    dueDay: dueDayOf(at),
    dueShard: String(Number.parseInt(id.slice(-2), 36) % DUE_SHARDS.length),
  };
}

/** The row's attributes with nothing due any more. */
export function notDue<Row extends object>(row: Row): Omit<Row, keyof Due> {
  const { dueAt: _at, dueDay: _day, dueShard: _shard, ...rest } = row as Row & Partial<Due>;
  return rest;
}

function dueDayOf(at: Instant): string {
  return at.slice(0, 10);
}

/** Every UTC day from one moment's to another's, both included. */
export function dueDays(from: Instant, until: Instant): string[] {
  const days: string[] = [];
  const last = dueDayOf(until);
  for (let day = dueDayOf(from); day <= last; ) {
    days.push(day);
    day = dueDayOf(instant(Date.parse(day) + DAY));
  }
  return days;
}

/** The UTC hour of a moment: `2026-11-22T09`. Hours sort like the moments in them. */
export function hourOf(at: Instant): string {
  return at.slice(0, 13);
}

export function hourStart(hour: string): Instant {
  return instant(`${hour}:00:00.000Z`);
}

/** The question "what fell due on this UTC day, in this shard, between these moments?", for rows of every kind. */
export function dueQuery(day: string, shard: string, from: Instant, until: Instant): QueryParams {
  return {
    IndexName: BY_DUE.name,
    KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :until',
    ExpressionAttributeNames: { '#pk': BY_DUE.pk, '#sk': BY_DUE.sk },
    ExpressionAttributeValues: { ':pk': `${day}#${shard}`, ':from': from, ':until': until },
  };
}
