import { readCalendar } from '../../domain/scheduling/read-configuration.ts';
import { calendarView } from '../../domain/scheduling/views.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { getCalendarRoute } from './get-calendar.contract.ts';

export const handler = apiHandler(getCalendarRoute, async ({ params, context, school }) =>
  ok(calendarView(await readCalendar(context.store, params.schoolId), school.country)),
);
