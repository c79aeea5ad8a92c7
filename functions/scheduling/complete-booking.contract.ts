import * as z from 'zod';
import { bookingParams, bookingResource, moduleIds, moment } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const completeBookingRoute = defineOperation({
  name: 'complete-booking',
  method: 'POST',
  path: '/schools/{schoolId}/bookings/{bookingId}/complete',
  summary: 'Writes down that a lesson took place: who came, what it covered, when, who taught.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: bookingParams,
  body: z.strictObject({
    attendance: z
      .array(z.strictObject({ studentId: idOf('per'), status: z.enum(['attended', 'no_show']) }))
      .max(45),
    moduleIds: moduleIds.optional(),
    startedAt: moment.optional(),
    endedAt: moment.optional(),
    taughtBy: idOf('per').optional(),
  }),
  response: { status: 200, body: bookingResource },
  errors: ['booking_closed', 'conflict', 'local_time_does_not_exist', 'local_time_ambiguous'],
  needs: { table: 'write' },
});
