import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { availabilityResource } from '../shared/scheduling-resources.ts';
import { clockEnd, clockTime, teacherParams } from '../shared/scheduling-schemas.ts';
import { date } from '../shared/schemas.ts';

const clockWindow = { from: clockTime, to: clockEnd };

export const setAvailabilityRoute = defineOperation({
  name: 'set-availability',
  method: 'PUT',
  path: '/schools/{schoolId}/teachers/{teacherId}/availability',
  summary:
    'Says when a teacher teaches: weekly windows, and dates that have others; no windows is a day off.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: teacherParams,
  body: z.strictObject({
    weekly: z
      .array(z.strictObject({ weekday: z.literal([1, 2, 3, 4, 5, 6, 7]), ...clockWindow }))
      .max(70),
    exceptions: z
      .array(z.strictObject({ date, windows: z.array(z.strictObject(clockWindow)).max(10) }))
      .max(400)
      .default([]),
  }),
  response: { status: 200, body: availabilityResource },
  needs: { table: 'write' },
});
