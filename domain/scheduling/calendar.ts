import { type HolidayCalendar, holidayOn } from '../shared/holidays.ts';
import { type IsoDate, plusDays } from '../shared/time.ts';

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

/** Why a school is closed on a date, or undefined when it is open. */
export function closedDay(calendar: SchoolCalendar, date: IsoDate): ClosedDay | undefined {
  return (
    calendar.closedDays.find((closed) => closed.date === date) ??
    holidayOn(calendar.publicHolidays, date)
  );
}

/** The first date from `date` on at which the school is open; closed days come in hundreds at most. */
export function nextOpenDay(calendar: SchoolCalendar, date: IsoDate): IsoDate {
  let day = date;
  while (closedDay(calendar, day)) day = plusDays(day, 1);
  return day;
}
