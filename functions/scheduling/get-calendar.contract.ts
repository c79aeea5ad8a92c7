import { defineOperation } from '../shared/operation.ts';
import { calendarResource } from '../shared/scheduling-resources.ts';
import { schoolParams } from '../shared/schemas.ts';

export const getCalendarRoute = defineOperation({
  name: 'get-calendar',
  method: 'GET',
  path: '/schools/{schoolId}/calendar',
  summary: 'When the school is closed: days of its own, and whose public holidays it keeps.',
  who: { school_admin: 'school', office: 'school', teacher: 'school', student: 'school' },
  params: schoolParams,
  response: { status: 200, body: calendarResource },
  needs: { table: 'read' },
});
