import { invalidField } from '../shared/errors.ts';
import type { ClockTime, IsoDate, Weekday } from '../shared/time.ts';

/** Part of a day on the wall; `to` may be `24:00`. */
export type ClockWindow = { from: ClockTime; to: ClockTime };
export type WeeklyWindow = ClockWindow & { weekday: Weekday };

/** What one date has instead of its weekday's windows; no windows is a day off. */
export type AvailabilityException = { date: IsoDate; windows: ClockWindow[] };

/** When a teacher teaches, in the local time of the school. */
export type Availability = { weekly: WeeklyWindow[]; exceptions: AvailabilityException[] };

export const NEVER_AVAILABLE: Availability = { weekly: [], exceptions: [] };

/** The windows of one date: the exception's, if there is one, else those of its weekday. */
export function windowsOn(
  { weekly, exceptions }: Availability,
  date: IsoDate,
  weekday: Weekday,
): ClockWindow[] {
  return (
    exceptions.find((exception) => exception.date === date)?.windows ??
    weekly.filter((window) => window.weekday === weekday)
  );
}

/**
 * Holds an availability to what makes sense: windows that end after they begin, none over another
 * on the same day, one exception a date. Throws `invalid` naming the first that does not.
 */
export function checkAvailability({ weekly, exceptions }: Availability): void {
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    checkWindows(
      weekly.flatMap((window, i) =>
        window.weekday === weekday ? [{ ...window, path: `/weekly/${i}` }] : [],
      ),
    );
  }
  const seen = new Set<IsoDate>();
  for (const [i, { date, windows }] of exceptions.entries()) {
    if (seen.has(date)) {
      const path = `/exceptions/${i}/date`;
      throw invalidField(path, 'duplicate', `${path}: ${date} is there twice.`);
    }
    seen.add(date);
    checkWindows(
      windows.map((window, j) => ({ ...window, path: `/exceptions/${i}/windows/${j}` })),
    );
  }
}

/** Times of day sort as text: 08:00, 16:00, 24:00. */
function checkWindows(windows: readonly (ClockWindow & { path: string })[]): void {
  let before: ClockWindow | undefined;
  for (const window of [...windows].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const { from, to, path } = window;
    if (to <= from) {
      throw invalidField(`${path}/to`, 'not_after_from', `${path}/to: must be after ${from}.`);
    }
    if (before && from < before.to) {
      const other = `${before.from}-${before.to}`;
      throw invalidField(path, 'overlap', `${path}: ${from}-${to} overlaps ${other}.`);
    }
    before = window;
  }
}
