import type { Instant } from '../shared/instant.ts';
import type { TransactItem } from '../store/port.ts';
import type { Store } from '../store/store.ts';
import { create, replace } from '../store/write.ts';
import { type AgendaRow, agendaEntity } from './agenda.entity.ts';
import {
  type AgendaEntry,
  type Clash,
  clashes,
  type Slot,
  slotOnDays,
  withoutExpired,
} from './agenda.ts';

/** What kind of resource a booking takes: told to whoever is refused. */
export type Resource = { kind: 'teacher' | 'vehicle' | 'student'; id: string };

export type Conflict = {
  resource: Resource['kind'];
  id: string;
  startsAt: Instant;
  endsAt: Instant;
};

/** What a booking takes up: the slot, and everybody and everything in it. */
export type Occupation = {
  slot: Slot;
  resources: readonly Resource[];
  state: AgendaEntry['st'];
  until?: Instant;
};

/** Days of resources as they were read; null where no row exists yet. */
export type Days = ReadonlyMap<string, AgendaRow | null>;

const dayKey = (resourceId: string, day: string) => `${resourceId} ${day}`;

/** Which days of which resources a change must read: what it leaves and what it takes. */
export function daysOf(...occupations: readonly (Pick<Occupation, 'slot' | 'resources'> | null)[]) {
  const keys = new Map<string, { resourceId: string; day: string }>();
  for (const occupation of occupations) {
    if (!occupation) continue;
    for (const { id } of occupation.resources) {
      for (const { day } of slotOnDays(occupation.slot))
        keys.set(dayKey(id, day), { resourceId: id, day });
    }
  }
  return [...keys.values()];
}

/** Reads those days in one consistent request. */
export async function readDays(
  store: Store,
  schoolId: string,
  keys: readonly { resourceId: string; day: string }[],
): Promise<Days> {
  const rows = await store.getAll(
    ...keys.map((key) => [agendaEntity, agendaEntity.get({ schoolId, ...key })] as const),
  );
  return new Map(keys.map(({ resourceId, day }, i) => [dayKey(resourceId, day), rows[i] ?? null]));
}

/** Everything that stands in the way of an occupation, by resource. `except` is the booking itself. */
export function conflictsOf(
  days: Days,
  { slot, resources }: Pick<Occupation, 'slot' | 'resources'>,
  now: Instant,
  except?: string,
): Conflict[] {
  return resources.flatMap(({ kind, id }) => {
    const found = new Map<string, Clash>();
    for (const { day } of slotOnDays(slot)) {
      const entries = days.get(dayKey(id, day))?.entries ?? {};
      for (const clash of clashes(day, entries, slot, now, except))
        found.set(clash.bookingId, clash);
    }
    return [...found.values()].map(({ startsAt, endsAt }) => ({
      resource: kind,
      id,
      startsAt,
      endsAt,
    }));
  });
}

/**
 * Plans the rewriting of days for a booking that leaves one occupation and takes another (either may
 * be absent). Every day it leaves or takes, with its buffer, is rewritten under the version that was
 * read, so that two bookings on either side of midnight cannot both believe the other side empty:
 *
 *   A 23:10-23:55, buffer 15, writes days 1 and 2    B 00:05-00:50, no buffer, writes day 2
 *   one of the two commits; the other finds day 2 at another version and decides again
 */
export function planDays(
  schoolId: string,
  bookingId: string,
  days: Days,
  change: { leaves: Occupation | null; takes: Occupation | null },
  now: Instant,
): TransactItem[] {
  const { leaves, takes } = change;
  const taken = entriesOf(takes);
  const writes: TransactItem[] = [];
  for (const { resourceId, day } of daysOf(leaves, takes)) {
    const row = days.get(dayKey(resourceId, day)) ?? null;
    const entry = taken.get(dayKey(resourceId, day));
    const { [bookingId]: _, ...others } = withoutExpired(row?.entries ?? {}, now);
    const entries = entry ? { ...others, [bookingId]: entry } : others;
    const next = { schoolId, resourceId, day, entries, version: (row?.version ?? 0) + 1 };
    writes.push(row ? replace(agendaEntity, next) : create(agendaEntity.create(next)));
  }
  return writes;
}

function entriesOf(occupation: Occupation | null): Map<string, AgendaEntry> {
  const entries = new Map<string, AgendaEntry>();
  if (!occupation) return entries;
  const { slot, resources, state, until } = occupation;
  for (const { id } of resources) {
    for (const { day, s, e } of slotOnDays(slot)) {
      entries.set(dayKey(id, day), {
        s,
        e,
        b: slot.bufferMinutes,
        st: state,
        ...(until && { u: until }),
      });
    }
  }
  return entries;
}
