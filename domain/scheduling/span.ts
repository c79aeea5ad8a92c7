import type { Instant } from '../shared/instant.ts';
import { readInstant, startOfLocalDay } from '../shared/time.ts';

/** One end of a span in a query: a moment, or a date, which is the start of that day in the school. */
export function readMomentOrDate(
  text: string | undefined,
  timeZone: string,
  path: string,
): Instant | undefined {
  if (text === undefined) return undefined;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? startOfLocalDay(text, timeZone)
    : readInstant(text, timeZone, path);
}
