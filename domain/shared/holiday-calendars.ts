/** Whose public holidays a school can keep. The days themselves are in `holidays.ts`. */
export const HOLIDAY_CALENDARS = ['DK', 'none'] as const;
export type HolidayCalendar = (typeof HOLIDAY_CALENDARS)[number];
