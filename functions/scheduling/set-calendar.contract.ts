import * as z from 'zod';
import { MOST_CLOSED_DAYS } from '../../domain/scheduling/calendar.ts';
import { HOLIDAY_CALENDARS } from '../../domain/shared/holiday-calendars.ts';
import { defineOperation } from '../shared/operation.ts';
import { calendarResource } from '../shared/scheduling-resources.ts';
import { date, line, schoolParams } from '../shared/schemas.ts';

export const setCalendarRoute = defineOperation({
  name: 'set-calendar',
  method: 'PUT',
  path: '/schools/{schoolId}/calendar',
  summary: 'Says when the school is closed; bookings already made stay.',
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject({
    closedDays: z.array(z.strictObject({ date, name: line(100) })).max(MOST_CLOSED_DAYS),
    publicHolidays: z.enum(HOLIDAY_CALENDARS).optional(),
  }),
  response: { status: 200, body: calendarResource },
  needs: { table: 'write' },
});
