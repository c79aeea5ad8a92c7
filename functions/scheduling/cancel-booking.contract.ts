import * as z from 'zod';
import { bookingParams, bookingResource, reason } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const cancelBookingRoute = defineOperation({
  name: 'cancel-booking',
  method: 'POST',
  path: '/schools/{schoolId}/bookings/{bookingId}/cancel',
  summary: 'Cancels a booking, or one student in it; late by a student, it carries the fee.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: bookingParams,
  body: z.strictObject({
    reason,
    onBehalfOf: z.enum(['school', 'student']).optional(),
    studentId: idOf('per').optional(),
    waiveFee: z.strictObject({ reason }).optional(),
  }),
  response: { status: 200, body: bookingResource },
  errors: ['booking_closed', 'hold_expired', 'rule_refused', 'forbidden'],
  needs: { table: 'write' },
});
