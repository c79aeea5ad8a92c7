import { DAY, type Instant, instant, MINUTE } from '../shared/instant.ts';

/**
 * Minutes from the midnight that begins a UTC day: 0 is that midnight, 1440 the next one. What began
 * the day before is below 0, what ends the day after is above 1440.
 */
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

/** No booking type may ask for a longer gap. */
export const MOST_BUFFER_MINUTES = 120;

/** A whole slot, told from one UTC day. */
export type SlotOnDay = MinuteRange & { day: string };

/**
 * The UTC days that a slot with its buffer on either side touches, and the whole slot as told from
 * each. 23:30-00:15 is 1410-1455 of its day and -30-15 of the next; 23:10-23:55 is on one day, and
 * with a buffer of 15 also -50--5 of the next.
 *
 * Two slots clash when the gap between them is shorter than the larger buffer: when one of them,
 * bare, overlaps the other with its buffer. The day on which they meet is a day of both, so whoever
 * writes their own days meets every clash in a row that both have written.
 */
export function slotOnDays({ startsAt, endsAt, bufferMinutes }: Slot): SlotOnDay[] {
  const from = Date.parse(startsAt);
  const to = Date.parse(endsAt);
  const buffer = bufferMinutes * MINUTE;
  const days: SlotOnDay[] = [];
  const first = Math.floor((from - buffer) / DAY) * DAY;
  for (let midnight = first; midnight < to + buffer; midnight += DAY) {
    days.push({
      day: dayOf(midnight),
      s: (from - midnight) / MINUTE,
      e: (to - midnight) / MINUTE,
    });
  }
  return days;
}

function dayOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** When an entry of a day begins and ends; of one over midnight each of its days tells the same. */
export function timesOf(day: string, { s, e }: MinuteRange): { from: number; to: number } {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  return { from: midnight + s * MINUTE, to: midnight + e * MINUTE };
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
  const start = Date.parse(slot.startsAt);
  const end = Date.parse(slot.endsAt);
  return Object.entries(entries).flatMap(([bookingId, entry]) => {
    if (bookingId === except || !blocks(entry, now)) return [];
    const { from, to } = timesOf(day, entry);
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
