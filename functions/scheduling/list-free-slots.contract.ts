import * as z from 'zod';
import { moment } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { freeSlotResource } from '../shared/scheduling-resources.ts';
import { teacherParams } from '../shared/scheduling-schemas.ts';
import { idOf } from '../shared/schemas.ts';

export const listFreeSlotsRoute = defineOperation({
  name: 'list-free-slots',
  method: 'GET',
  path: '/schools/{schoolId}/teachers/{teacherId}/free-slots',
  summary:
    'When a teacher could give a lesson of a type. `from` and `to` are dates, the last one included, or moments; at most 31 days.',
  who: { school_admin: 'school', office: 'departments', teacher: 'school', student: 'school' },
  params: teacherParams,
  query: z.strictObject({ bookingTypeId: idOf('bty'), from: moment, to: moment }),
  response: { status: 200, body: () => z.object({ items: z.array(freeSlotResource()) }) },
  errors: ['local_time_does_not_exist', 'local_time_ambiguous'],
  needs: { table: 'read' },
});
