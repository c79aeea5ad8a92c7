import type { HolidayCalendar } from '../shared/holiday-calendars.ts';
import { isWorkingDay } from '../shared/holidays.ts';
import { epochSeconds, HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts';
import { type IsoDate, localClock, localDate, plusDays } from '../shared/time.ts';
import type { CancellationPolicy } from './booking-type.ts';

/**
 * The last moment at which a student cancels free of charge.
 *
 * - `{ hoursBefore: 24 }` are elapsed hours: before a lesson at 10:00 on the morning after the clocks
 *   went forward that is 09:00 on the wall of the day before.
 * - `{ workingDaysBefore: 1, clock: "12:00" }` before a lesson on Tuesday 30 March 2027 is Wednesday
 *   24 March, 12:00 in the school: Monday, Friday and Thursday are Easter, and no working days.
 *
 * Never after the lesson has begun, which zero working days and a late clock would make it.
 */
export function cancellationDeadline(
  startsAt: Instant,
  policy: CancellationPolicy,
  timeZone: string,
  holidays: HolidayCalendar,
): Instant {
  if ('hoursBefore' in policy) return plusMilliseconds(startsAt, -policy.hoursBefore * HOUR);
  const lesson = localDate(startsAt, timeZone);
  const day = workingDaysBefore(lesson, policy.workingDaysBefore, holidays);
  const deadline = localClock(day, policy.clock, timeZone);
  return deadline < startsAt ? deadline : startsAt;
}

function workingDaysBefore(date: IsoDate, count: number, holidays: HolidayCalendar): IsoDate {
  let day = date;
  for (let left = count; left > 0; ) {
    day = plusDays(day, -1);
    if (isWorkingDay(holidays, day)) left--;
  }
  return day;
}

/** To the second: at 12:00:00 the limit of 12:00 is kept, at 12:00:01 it is not. */
export function isLate(cancelledAt: Instant, deadline: Instant): boolean {
  return epochSeconds(cancelledAt) > epochSeconds(deadline);
}
