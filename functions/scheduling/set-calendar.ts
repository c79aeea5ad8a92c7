import { setCalendar } from '../../domain/scheduling/set-calendar.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { setCalendarRoute } from './set-calendar.contract.ts';

export const handler = apiHandler(setCalendarRoute, async ({ body, context, school, ifMatch }) =>
  ok(await setCalendar(context, school, body, ifMatch)),
);
