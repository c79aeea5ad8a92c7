import * as CalendarFns from 'temporal-polyfill/fns/Calendar';
import * as DurationFns from 'temporal-polyfill/fns/Duration';
import * as InstantFns from 'temporal-polyfill/fns/Instant';
import * as DateFns from 'temporal-polyfill/fns/PlainDate';
import * as DateTimeFns from 'temporal-polyfill/fns/PlainDateTime';
import * as TimeFns from 'temporal-polyfill/fns/PlainTime';
import * as ZonedFns from 'temporal-polyfill/fns/ZonedDateTime';
import { DomainError, invalidField } from './errors.ts';
import { type Instant, instant } from './instant.ts';

/**
 * Calendar arithmetic in a school's own zone. The only file that knows the time library; everything
 * else passes instants, ISO dates and IANA zone names. Of the library it takes single functions, not
 * its classes, which would bring all of it into every bundle.
 */
export type IsoDate = string;

/** A time of day on the wall, `08:00` to `23:59`; `24:00` is the midnight that ends the day. */
export type ClockTime = string;

/** `1` is Monday, `7` is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export type LocalDateTime = { date: IsoDate; time: ClockTime; weekday: Weekday };

const DATE_AND_TIME =
  /^\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d([.,]\d{1,9})?)?([Zz]|[+-]\d\d(:?\d\d)?)?$/;

/**
 * A moment as a caller writes it: ISO 8601 with an offset as given (`2026-11-22T10:00:00+01:00`),
 * without one the local time of the school. In Copenhagen `2027-03-28T02:30` does not exist (the
 * clocks go from 02:00 to 03:00), and `2027-10-31T02:30` happens twice.
 *
 * Throws `local_time_does_not_exist` with `nextValid`, `local_time_ambiguous` with both `candidates`,
 * and `invalid` naming `path` for anything that is no date and time of the years 1900 to 2200.
 */
export function readInstant(text: string, timeZone: string, path: string): Instant {
  const match = DATE_AND_TIME.exec(text);
  if (!match) throw notATime(path);
  try {
    return withinReach(
      path,
      match[4] === undefined
        ? readLocal(text, timeZone, path)
        : InstantFns.fromString(text).epochMilliseconds,
    );
  } catch (error) {
    // 30 February: the library's word for "not on the calendar".
    if (error instanceof RangeError) throw notATime(path);
    throw error;
  }
}

/**
 * One end of a span that a caller asks for: a date, which counts whole (as the end of a span it is
 * over at its midnight), or a moment as `readInstant` reads it. Throws what that throws.
 */
export function readBound(
  text: string,
  timeZone: string,
  path: string,
  end: 'from' | 'to',
): Instant {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
    // In a query string a bare + is a space: 2026-11-22T10:00:00 01:00.
    const moment = text.replace(/ (\d\d:?\d\d)$/, '+$1');
    if (!DATE_AND_TIME.test(moment)) throw notATime(path, `a date like 2026-11-22, or ${A_TIME}`);
    return readInstant(moment, timeZone, path);
  }
  try {
    const edge = end === 'from' ? startOfLocalDay(text, timeZone) : endOfLocalDay(text, timeZone);
    return withinReach(path, Date.parse(edge));
  } catch (error) {
    if (error instanceof RangeError) throw notATime(path, 'a date that exists, like 2026-11-22');
    throw error;
  }
}

/**
 * When something happened, as people write it down: a date, which begins at its midnight, or a moment as
 * `readInstant` reads it. Throws what that throws.
 */
export function readDateOrInstant(text: string, timeZone: string, path: string): Instant {
  const read = /^\d{4}-\d\d-\d\d$/.test(text) ? readBound : readInstant;
  return read(text, timeZone, path, 'from');
}

function readLocal(text: string, timeZone: string, path: string): number {
  const local = DateTimeFns.fromString(text, isoOnly);
  const earlier = DateTimeFns.toZonedDateTime(local, timeZone, { disambiguation: 'earlier' });
  const later = DateTimeFns.toZonedDateTime(local, timeZone, { disambiguation: 'later' });
  if (earlier.epochNanoseconds === later.epochNanoseconds) return earlier.epochMilliseconds;
  // In a fold both readings show the asked time; in a gap neither does.
  if (DateTimeFns.equals(ZonedFns.toPlainDateTime(earlier), local)) {
    const candidates = [earlier, later].map(withOffset);
    const message = `${path}: ${text} comes twice in the school; send ${candidates.join(' or ')}.`;
    throw new DomainError('local_time_ambiguous', message, {
      candidates,
      errors: [{ path, code: 'invalid_time', message }],
    });
  }
  const nextValid = withOffset(ZonedFns.getTimeZoneTransition(earlier, 'next') ?? later);
  const message = `${path}: ${text} does not exist in the school; the next time is ${nextValid}.`;
  throw new DomainError('local_time_does_not_exist', message, {
    nextValid,
    errors: [{ path, code: 'invalid_time', message }],
  });
}

/** `2027-03-28T03:00:00+02:00` */
function withOffset(at: ZonedDateTime): string {
  return ZonedFns.toString(at, { timeZoneName: 'never', smallestUnit: 'second' });
}

type ZonedDateTime = ReturnType<typeof zoned>;

/** Dates are of the ISO calendar: one that names another is no date here. */
function isoOnly(calendar: string) {
  if (calendar !== 'iso8601') throw new RangeError('a date of another calendar');
  return CalendarFns.getISO();
}

function dateOf(text: IsoDate) {
  return DateFns.fromString(text, isoOnly);
}

const A_TIME = 'a date and time like 2026-11-22T10:00:00+01:00 or 2026-11-22T10:00';

function notATime(path: string, expected = A_TIME): DomainError {
  return invalidField(path, 'invalid_time', `${path}: must be ${expected}.`);
}

/** A day more than the last date: somewhere in the world it is not over yet. */
const REACH = { from: '1900-01-01T00:00:00.000Z', to: '2201-01-02T00:00:00.000Z' };

function withinReach(path: string, epochMilliseconds: number): Instant {
  const at = instant(epochMilliseconds);
  if (/^\d{4}-/.test(at) && REACH.from <= at && at < REACH.to) return at;
  throw notATime(path, 'a time of the years 1900 to 2200');
}

const MOST_REMEMBERED = 2_000;

/**
 * Answers what was asked before from memory. A search for free times asks the same few dates, windows
 * and zones hundreds of times, and each answer costs the library some ten microseconds.
 */
function remembering<Asked extends string[], Answer>(
  work: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  const known = new Map<string, Answer>();
  return (...asked) => {
    const name = asked.join(' ');
    const before = known.get(name);
    if (before !== undefined) return before;
    const answer = work(...asked);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(name, answer);
    return answer;
  };
}

/** The calendar date at a moment in a zone: `2026-03-28T23:30Z` in Copenhagen is `2026-03-29`. */
export const localDate = remembering(
  (at: Instant, timeZone: string): IsoDate =>
    DateFns.toString(ZonedFns.toPlainDate(zoned(at, timeZone))),
);

/** Date, time and weekday on the wall: `2027-03-30T08:05Z` in Copenhagen is Tuesday, 10:05. */
export function localDateTime(at: Instant, timeZone: string): LocalDateTime {
  const local = zoned(at, timeZone);
  return {
    date: DateFns.toString(ZonedFns.toPlainDate(local)),
    time: TimeFns.toString(ZonedFns.toPlainTime(local), { smallestUnit: 'minute' }),
    weekday: ZonedFns.dayOfWeek(local) as Weekday,
  };
}

/** A moment as the clock on the wall had it, complete: `2026-11-22T10:00:00.000+01:00[Europe/Copenhagen]`. */
export function localText(at: Instant, timeZone: string): string {
  return ZonedFns.toString(zoned(at, timeZone), { fractionalSecondDigits: 3 });
}

function zoned(at: Instant, timeZone: string) {
  return InstantFns.toZonedDateTimeISO(InstantFns.fromString(at), timeZone);
}

/** The first moment of a date: midnight, or what follows it in zones whose clocks skip midnight. */
export const startOfLocalDay = remembering(
  (date: IsoDate, timeZone: string): Instant =>
    instant(DateFns.toZonedDateTime(dateOf(date), timeZone).epochMilliseconds),
);

/** The moment at which a date is over: the first one of the next date. */
export function endOfLocalDay(date: IsoDate, timeZone: string): Instant {
  return startOfLocalDay(plusDays(date, 1), timeZone);
}

/**
 * The moment at which the clock on the wall shows a time: for opening hours and quiet hours, which
 * hold on every day, the change nights included. A time that is skipped is moved on by what is
 * skipped (02:30 on 2027-03-28 in Copenhagen is 03:30 summer time); of a time that comes twice the
 * first is meant (02:30 on 2027-10-31 is the one in summer time).
 */
export const localClock = remembering(
  (date: IsoDate, time: ClockTime, timeZone: string): Instant => {
    if (time === '24:00') return endOfLocalDay(date, timeZone);
    const local = DateFns.toPlainDateTime(dateOf(date), TimeFns.fromString(time));
    const at = DateTimeFns.toZonedDateTime(local, timeZone, { disambiguation: 'compatible' });
    return instant(at.epochMilliseconds);
  },
);

export function plusDays(date: IsoDate, days: number): IsoDate {
  return days === 1 ? nextDate(date) : plus(date, { days });
}

/**
 * Every date from one to another, both included. Counted, since texts of dates sort by time only up
 * to the year 9999.
 */
export function* datesBetween(from: IsoDate, to: IsoDate): Generator<IsoDate> {
  let date = from;
  for (let left = daysBetween(from, to); left >= 0; left--, date = plusDays(date, 1)) yield date;
}

const nextDate = remembering((date: IsoDate): IsoDate => plus(date, { days: 1 }));

function plus(date: IsoDate, duration: { years?: number; months?: number; days?: number }) {
  return DateFns.toString(
    DateFns.add(dateOf(date), DurationFns.fromFields(duration), { overflow: 'constrain' }),
  );
}

/**
 * The same day of the month, years and months on, or the last one of a month that is too short:
 * 30 November and three months is 28 February, 29 in a leap year.
 */
export function addYearsMonths(
  date: IsoDate,
  { years = 0, months = 0 }: { years?: number; months?: number },
): IsoDate {
  return plus(date, { years, months });
}

/** Days on the calendar from one date to another; negative when `to` is before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return DateFns.diff(dateOf(from), dateOf(to), { largestUnit: 'days' }).days;
}

/** The ISO weekday of a date: `2027-03-30` is a Tuesday, 2. */
export const isoWeekday = remembering(
  (date: IsoDate): Weekday => DateFns.dayOfWeek(dateOf(date)) as Weekday,
);

/**
 * Whole years lived on `on` by somebody born on `birthDate`. Who is born on 29 February turns a year
 * older on 1 March in a common year: born 2008-02-29, they are 17 on 2026-02-28 and 18 on 2026-03-01.
 */
export function ageInYears(birthDate: IsoDate, on: IsoDate): number {
  const born = dateOf(birthDate);
  const day = dateOf(on);
  const passed = day.month > born.month || (day.month === born.month && day.day >= born.day);
  return day.year - born.year - (passed ? 0 : 1);
}
