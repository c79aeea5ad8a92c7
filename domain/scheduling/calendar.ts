import type { HolidayCalendar } from '../shared/holiday-calendars.ts';
import type { IsoDate } from '../shared/time.ts';

/** A day on which a school teaches nobody, and what it calls it. */
export type ClosedDay = { date: IsoDate; name: string };

/** When a school is closed, beside the times at which its teachers are not there. */
export type SchoolCalendar = { closedDays: ClosedDay[]; publicHolidays: HolidayCalendar };

export const MOST_CLOSED_DAYS = 400;

/** What holds until a school has said otherwise: the public holidays of its country, if we know them. */
export function defaultCalendar(country: string): SchoolCalendar {
  return { closedDays: [], publicHolidays: country === 'DK' ? 'DK' : 'none' };
}

/** The calendar in force: the school's own, or the default of its country. */
export function calendarWith(row: SchoolCalendar | null, country: string): SchoolCalendar {
  if (!row) return defaultCalendar(country);
  return { closedDays: row.closedDays, publicHolidays: row.publicHolidays };
}
