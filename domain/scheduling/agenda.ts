import { DAY, type Instant, instant, MINUTE } from '../shared/instant.ts';

/** Minutes of a UTC day: 0 is midnight, 1440 the next one. */
export type MinuteRange = { s: number; e: number };

/**
 * One booking on one day of one resource, short because days are kept to one write unit: start and
 * end in minutes of the day, the buffer on either side, and how it stands. `h` (held) blocks until
 * its moment, `l` (live) blocks, `c` (cancelled) blocks nothing and is kept so that lists find it.
 */
export type AgendaEntry = MinuteRange & {
  b: number;
  st: 'l' | 'h' | 'c';
  /** for `h`: the moment at which the hold ends */
  u?: Instant;
};

/** By booking id. */
export type AgendaEntries = Record<string, AgendaEntry>;

/** A span of time that a booking wants, with the gap it needs to its neighbours. */
export type Slot = { startsAt: Instant; endsAt: Instant; bufferMinutes: number };

/** No booking type may ask for a longer gap; what a neighbouring day can reach over midnight. */
export const MOST_BUFFER_MINUTES = 120;

/** The part of a slot that lies on one UTC day. */
export type DayPart = MinuteRange & { day: string };

/**
 * A slot cut at UTC midnights: 23:30-00:15 is 1410-1440 of one day and 0-15 of the next.
 */
export function dayParts({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): DayPart[] {
  const from = Date.parse(startsAt);
  const to = Date.parse(endsAt);
  const parts: DayPart[] = [];
  for (let midnight = Math.floor(from / DAY) * DAY; midnight < to; midnight += DAY) {
    parts.push({
      day: dayOf(midnight),
      s: Math.max(0, Math.floor((from - midnight) / MINUTE)),
      e: Math.min(1440, Math.ceil((to - midnight) / MINUTE)),
    });
  }
  return parts;
}

/** The UTC days a slot could clash on: its own, and a neighbour's when a buffer reaches over midnight. */
export function daysTouched({ startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>): string[] {
  const reach = MOST_BUFFER_MINUTES * MINUTE;
  const days: string[] = [];
  const first = Math.floor((Date.parse(startsAt) - reach) / DAY) * DAY;
  for (let midnight = first; midnight < Date.parse(endsAt) + reach; midnight += DAY) {
    days.push(dayOf(midnight));
  }
  return days;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Something that stands in the way of a slot. */
export type Clash = { bookingId: string; startsAt: Instant; endsAt: Instant };

/**
 * What on one day stands in the way of a slot. The gap between two bookings is held against the
 * larger of their buffers: 10:00-10:45 and 10:45-11:30 go together with buffers of 0, not of 15.
 * Expired holds and cancelled bookings stand in nobody's way; nor does `except`, the booking itself.
 */
export function clashes(
  day: string,
  entries: AgendaEntries,
  slot: Slot,
  now: Instant,
  except?: string,
): Clash[] {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const start = Date.parse(slot.startsAt);
  const end = Date.parse(slot.endsAt);
  return Object.entries(entries).flatMap(([bookingId, entry]) => {
    if (bookingId === except || !blocks(entry, now)) return [];
    const from = midnight + entry.s * MINUTE;
    const to = midnight + entry.e * MINUTE;
    const gap = Math.max(entry.b, slot.bufferMinutes) * MINUTE;
    return start < to + gap && from < end + gap
      ? [{ bookingId, startsAt: instant(from), endsAt: instant(to) }]
      : [];
  });
}

/** Whether an entry takes up its time at a moment. A hold ends at its moment: then it is free. */
export function blocks(entry: AgendaEntry, now: Instant): boolean {
  switch (entry.st) {
    case 'l':
      return true;
    case 'h':
      return entry.u !== undefined && entry.u > now;
    case 'c':
      return false;
  }
}

/** The entries without holds that have run out: every rewrite of a day sweeps it. */
export function withoutExpired(entries: AgendaEntries, now: Instant): AgendaEntries {
  return Object.fromEntries(
    Object.entries(entries).filter(([, entry]) => entry.st !== 'h' || blocks(entry, now)),
  );
}
