import type { HolidayCalendar } from './holiday-calendars.ts';
import { type IsoDate, isoWeekday, plusDays } from './time.ts';

export type Holiday = { date: IsoDate; name: string };

/** Easter Sunday of a year by the Gregorian computus, in the form of Meeus, Jones and Butcher. */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const monthAndDay = epact + toSunday - 7 * correction + 114;
  const month = String(Math.floor(monthAndDay / 31)).padStart(2, '0');
  const day = String((monthAndDay % 31) + 1).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${month}-${day}`;
}

/** Great Prayer Day was abolished from 2024: https://www.retsinformation.dk/eli/lta/2023/214 */
const LAST_GREAT_PRAYER_DAY = 2023;

/** The public holidays of a year, in order. */
export function publicHolidays(calendar: HolidayCalendar, year: number): Holiday[] {
  if (calendar === 'none') return [];
  const easter = easterSunday(year);
  const fromEaster = (days: number, name: string) => ({ date: plusDays(easter, days), name });
  return [
    { date: `${easter.slice(0, 4)}-01-01`, name: 'Nytårsdag' },
    fromEaster(-3, 'Skærtorsdag'),
    fromEaster(-2, 'Langfredag'),
    fromEaster(0, 'Påskedag'),
    fromEaster(1, '2. påskedag'),
    ...(year <= LAST_GREAT_PRAYER_DAY ? [fromEaster(26, 'Store bededag')] : []),
    fromEaster(39, 'Kristi himmelfartsdag'),
    fromEaster(49, 'Pinsedag'),
    fromEaster(50, '2. pinsedag'),
    { date: `${easter.slice(0, 4)}-12-25`, name: 'Juledag' },
    { date: `${easter.slice(0, 4)}-12-26`, name: '2. juledag' },
  ];
}

/** The public holiday that falls on a date, if one does. */
export function holidayOn(calendar: HolidayCalendar, date: IsoDate): Holiday | undefined {
  return publicHolidays(calendar, Number(date.slice(0, 4))).find(
    (holiday) => holiday.date === date,
  );
}

/** Days in Denmark that are no public holidays and on which offices are closed all the same. */
const BANK_HOLIDAYS: Record<HolidayCalendar, readonly string[]> = {
  DK: ['06-05', '12-24', '12-31'],
  none: [],
};

/**
 * Whether a deadline counts a date: no Saturday or Sunday, no public holiday and, in Denmark,
 * neither 5 June nor 24 or 31 December. Days on which the one school is closed count.
 */
export function isWorkingDay(calendar: HolidayCalendar, date: IsoDate): boolean {
  return (
    isoWeekday(date) <= 5 &&
    !BANK_HOLIDAYS[calendar].includes(date.slice(5)) &&
    holidayOn(calendar, date) === undefined
  );
}
