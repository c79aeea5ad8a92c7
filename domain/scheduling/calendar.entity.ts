import type { EntityItem } from 'electrodb';
import type { HolidayCalendar } from '../shared/holiday-calendars.ts';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { ClosedDay } from './calendar.ts';

/** One item is the days on which a school is closed. Without it the country's default holds. */
export const calendarEntity = tableEntity(
  {
    model: { entity: 'calendar', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      closedDays: { type: customType<ClosedDay[]>(), required: true },
      publicHolidays: { type: customType<HolidayCalendar>(), required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.calendar },
  },
  TABLE,
);

export type CalendarRow = EntityItem<typeof calendarEntity>;
