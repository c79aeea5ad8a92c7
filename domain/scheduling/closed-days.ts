import { holidayOn } from '../shared/holidays.ts';
import { type IsoDate, plusDays } from '../shared/time.ts';
import type { ClosedDay, SchoolCalendar } from './calendar.ts';

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
