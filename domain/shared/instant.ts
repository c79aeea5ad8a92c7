/**
 * A moment, as the ISO 8601 string in UTC with milliseconds that answers, rows and events carry
 * (`2026-11-22T09:00:00.000Z`). Strings of this one shape sort in time order. No zones here: those
 * are in `time.ts`.
 */
export type Instant = string & { readonly __instant: true };

/** Reads a moment from a `Date` or an ISO string with an offset. Throws `RangeError` on anything else. */
export function instant(value: Date | string | number): Instant {
  return new Date(value).toISOString() as Instant;
}

export function plusMilliseconds(at: Instant, milliseconds: number): Instant {
  return instant(Date.parse(at) + milliseconds);
}

/** Whole seconds since 1970, as DynamoDB's time-to-live wants them. */
export function epochSeconds(at: Instant): number {
  return Math.floor(Date.parse(at) / 1000);
}

export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** No later date is taken of a caller: the texts of moments sort in time order only up to the year 9999. */
export const LAST_DATE = '2200-12-31';
