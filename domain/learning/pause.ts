import type { BookingKind } from '../scheduling/booking-type.ts';
import type { Instant } from '../shared/instant.ts';
import { addYearsMonths, type IsoDate, plusDays, startOfLocalDay } from '../shared/time.ts';

/** Kinds of bookings that are teaching. A driving test and whatever else is booked end no pause. */
const TEACHING: readonly BookingKind[] = ['theory', 'road', 'manoeuvring', 'skid'];

export function isTeaching(kind: BookingKind): boolean {
  return TEACHING.includes(kind);
}

/**
 * The last day on which teaching may resume: the day before the same date `months` on, which clamps
 * to the end of a shorter month.
 *
 *   12 April -> 12 July -> 11 July
 *   30 November -> 28 February -> 27 February; in a leap year 29 -> 28
 *   31 August -> 30 November -> 29 November
 */
export function resumeBy(lastTaughtOn: IsoDate, months: number): IsoDate {
  return plusDays(addYearsMonths(lastTaughtOn, { months }), -1);
}

/** What is known of a pause: since when, and which warnings are behind. */
export type Pause = { lastTaughtOn: IsoDate; handled: readonly number[] };

/** The moment of a warning: the beginning of that day in the school's zone. Quiet hours are not ours. */
function momentOf({ lastTaughtOn }: Pause, days: number, timeZone: string): Instant {
  return startOfLocalDay(plusDays(lastTaughtOn, days), timeZone);
}

/** When the next warning is due; what should have been already is due now. None left: null. */
export function nextWarning(
  pause: Pause,
  warnDays: readonly number[],
  timeZone: string,
  now: Instant,
): Instant | null {
  const [next] = warnDays.filter((days) => !pause.handled.includes(days)).sort((a, b) => a - b);
  if (next === undefined) return null;
  const moment = momentOf(pause, next, timeZone);
  return moment > now ? moment : now;
}

/**
 * The warnings whose day has come, and the one of them to give: after a gap the latest, since "60
 * days" is stale on the 75th; after the day by which teaching must have resumed, none at all.
 */
export function warningsNow(
  pause: Pause,
  { warnDays, months, timeZone }: { warnDays: readonly number[]; months: number; timeZone: string },
  now: Instant,
): { due: number[]; give: number | null } {
  const due = warnDays
    .filter((days) => !pause.handled.includes(days) && momentOf(pause, days, timeZone) <= now)
    .sort((a, b) => a - b);
  const over = startOfLocalDay(plusDays(resumeBy(pause.lastTaughtOn, months), 1), timeZone) <= now;
  return { due, give: over ? null : (due.at(-1) ?? null) };
}
