import { Temporal } from 'temporal-polyfill';
import type { Instant } from './instant.ts';

/**
 * Calendar arithmetic in a school's own zone. The only file that knows the time library; everything
 * else passes instants, ISO dates and IANA zone names.
 */
export type IsoDate = string;

/** The calendar date at a moment in a zone: `2026-03-28T23:30Z` in Copenhagen is `2026-03-29`. */
export function localDate(at: Instant, timeZone: string): IsoDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export function plusDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * Whole years lived on `on` by somebody born on `birthDate`. Who is born on 29 February turns a year
 * older on 1 March in a common year: born 2008-02-29, they are 17 on 2026-02-28 and 18 on 2026-03-01.
 */
export function ageInYears(birthDate: IsoDate, on: IsoDate): number {
  const born = Temporal.PlainDate.from(birthDate);
  const day = Temporal.PlainDate.from(on);
  const passed = day.month > born.month || (day.month === born.month && day.day >= born.day);
  return day.year - born.year - (passed ? 0 : 1);
}
