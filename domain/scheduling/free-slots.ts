import { DAY, type Instant, instant, MINUTE } from '../shared/instant.ts';
import { contains, merge, type Range } from '../shared/ranges.ts';
import {
  datesBetween,
  type IsoDate,
  isoWeekday,
  localClock,
  localDate,
  plusDays,
} from '../shared/time.ts';
import { type AgendaEntries, blocks, type Slot, timesOf } from './agenda.ts';
import { type Availability, NEVER_AVAILABLE, windowsOn } from './availability.ts';
import { type ClosedDay, calendarWith, type SchoolCalendar } from './calendar.ts';
import { closedDay, nextOpenDay } from './closed-days.ts';

/** Free starts are offered on this grid, counted from the start of each window. */
const STEP_MINUTES = 15;

/** What one day of one resource is taken by. */
export type AgendaDay = { day: string; entries: AgendaEntries };

/** What free slots are looked for in. Agendas may be of several resources: all must be free. */
export type SlotSearch = {
  availability: Availability | null;
  /** as it is in force: `calendarWith(row, country)` */
  calendar: SchoolCalendar;
  timeZone: string;
  minutes: number;
  bufferMinutes: number;
  agendas: readonly AgendaDay[];
  /** starts from here on and before `to` */
  from: Instant;
  to: Instant;
  /** no start lies before this moment: now and the lead time */
  earliest: Instant;
  /** holds that have run out by now block nothing */
  now: Instant;
  /** a booking that stands in nobody's way: the one to be moved */
  except?: string;
};

/** Every start in the span at which the lesson fits, in order. */
export function freeSlots(search: SlotSearch): { startsAt: Instant; endsAt: Instant }[] {
  return [...freeStarts(search)].map((start) => ({
    startsAt: instant(start),
    endsAt: instant(start + search.minutes * MINUTE),
  }));
}

/** The first free starts of a search: what a refused caller is offered instead. */
export function suggestions(search: SlotSearch, most = 3): Instant[] {
  const found: Instant[] = [];
  if (most <= 0) return found;
  for (const start of freeStarts(search)) {
    found.push(instant(start));
    if (found.length >= most) break;
  }
  return found;
}

/**
 * Window by window, a step at a time. A lesson may run from one window into the next where they
 * touch, over midnight too; it may not begin where a booking, or the gap to one, would be in its way:
 *
 *   booking 10:00-10:45, gap 15, lesson of 45 minutes: no start after 09:00 and before 11:00
 */
function* freeStarts(search: SlotSearch): Generator<number> {
  const { availability, calendar, timeZone, minutes } = search;
  const first = Math.max(Date.parse(search.from), Date.parse(search.earliest));
  const end = Date.parse(search.to);
  if (first >= end) return;
  const length = minutes * MINUTE;
  const windows = openWindows(
    availability ?? NEVER_AVAILABLE,
    calendar,
    localDate(instant(first), timeZone),
    // A lesson that begins on the last date may end on the next.
    localDate(instant(end - 1 + length), timeZone),
    timeZone,
  );
  const open = merge(windows);
  const blocked = blockedStarts(search);
  let passed = Number.NEGATIVE_INFINITY;
  for (const window of windows) {
    for (const start of steps(window, Math.max(first, passed))) {
      if (start >= end) return;
      passed = start + 1;
      const fits = contains(open, { from: start, to: start + length });
      if (fits && !contains(blocked, { from: start, to: start + 1 })) yield start;
    }
  }
}

/** The grid of a window, from a moment on: 08:00, 08:15, ... while it lasts. */
function* steps({ from, to }: Range, notBefore: number): Generator<number> {
  const step = STEP_MINUTES * MINUTE;
  const skipped = Math.max(0, Math.ceil((notBefore - from) / step));
  for (let start = from + skipped * step; start < to; start += step) yield start;
}

/** The starts that clash with what is taken: `clashes` of the agenda, turned round. */
function blockedStarts(search: SlotSearch): Range[] {
  const { agendas, minutes, bufferMinutes, now, except } = search;
  const taken = agendas.flatMap(({ day, entries }) => {
    return Object.entries(entries).flatMap(([bookingId, entry]) => {
      if (bookingId === except || !blocks(entry, now)) return [];
      const { from, to } = timesOf(day, entry);
      const gap = Math.max(entry.b, bufferMinutes) * MINUTE;
      // Ending just as the gap begins is early enough, beginning as it ends late enough.
      return [{ from: from - gap - minutes * MINUTE + 1, to: to + gap }];
    });
  });
  return merge(taken);
}

/** The windows of all dates from one to another on which the school is open, in order. */
function openWindows(
  availability: Availability,
  calendar: SchoolCalendar,
  from: IsoDate,
  to: IsoDate,
  timeZone: string,
): Range[] {
  const windows: Range[] = [];
  for (const date of datesBetween(from, to)) {
    if (!closedDay(calendar, date)) windows.push(...windowRanges(availability, date, timeZone));
  }
  return windows;
}

/** The windows of one date as moments, in order; 17:00 on the wall is 15:00Z or 16:00Z. */
function windowRanges(availability: Availability, date: IsoDate, timeZone: string): Range[] {
  return windowsOn(availability, date, isoWeekday(date))
    .map(({ from, to }) => ({
      from: Date.parse(localClock(date, from, timeZone)),
      to: Date.parse(localClock(date, to, timeZone)),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

/** Whether all of a slot lies within the teacher's windows, whatever the school's closed days. */
export function withinAvailability(
  { startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>,
  availability: Availability | null,
  timeZone: string,
): boolean {
  const windows: Range[] = [];
  const dates = datesBetween(localDate(startsAt, timeZone), localDate(endsAt, timeZone));
  for (const date of dates) {
    windows.push(...windowRanges(availability ?? NEVER_AVAILABLE, date, timeZone));
  }
  return contains(merge(windows), { from: Date.parse(startsAt), to: Date.parse(endsAt) });
}

/** A teacher who is not there for so long has no next time to tell. */
const LOOK_AHEAD_DAYS = 92;

/**
 * The first moment, from a slot's own start on, at which all of it would lie within the teacher's
 * windows on days when the school is open; agendas are not looked at. Null when none comes in 92 days.
 */
export function nextAvailable(
  { startsAt, endsAt }: Pick<Slot, 'startsAt' | 'endsAt'>,
  availability: Availability | null,
  calendar: SchoolCalendar | null,
  { timeZone, country }: { timeZone: string; country: string },
): Instant | null {
  const inForce = calendarWith(calendar, country);
  const asked = Date.parse(startsAt);
  const length = Date.parse(endsAt) - asked;
  let open: Range | undefined;
  let date = localDate(startsAt, timeZone);
  for (let days = 0; days < LOOK_AHEAD_DAYS; days++, date = plusDays(date, 1)) {
    if (closedDay(inForce, date)) continue;
    for (const window of windowRanges(availability ?? NEVER_AVAILABLE, date, timeZone)) {
      const goesOn = open !== undefined && window.from <= open.to;
      open = goesOn && open ? { from: open.from, to: Math.max(open.to, window.to) } : window;
      const start = Math.max(open.from, asked);
      if (start + length <= open.to) return instant(start);
    }
  }
  return null;
}

/** Why the school is closed at a moment, and the first date on which it is open again. */
export function isClosedDay(
  at: Instant,
  calendar: SchoolCalendar | null,
  school: { timeZone: string; country: string },
): (ClosedDay & { opensAgain: IsoDate }) | undefined {
  const inForce = calendarWith(calendar, school.country);
  const closed = closedDay(inForce, localDate(at, school.timeZone));
  return closed && { ...closed, opensAgain: nextOpenDay(inForce, closed.date) };
}

/** The UTC days whose agendas a search must see: buffers and long lessons reach a day further. */
export function searchDays({ from, to }: Pick<SlotSearch, 'from' | 'to'>): {
  first: string;
  last: string;
} {
  const day = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
  return { first: day(Date.parse(from) - DAY), last: day(Date.parse(to) + DAY) };
}
