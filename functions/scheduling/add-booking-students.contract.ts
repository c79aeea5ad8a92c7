import * as z from 'zod';
import { bookingParams, bookingResource, override, studentIds } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';

export const addBookingStudentsRoute = defineOperation({
  name: 'add-booking-students',
  method: 'POST',
  path: '/schools/{schoolId}/bookings/{bookingId}/students',
  summary: 'Assigns students to a booking: all of them, or none.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: bookingParams,
  body: z.strictObject({ studentIds: studentIds.min(1), override: override.optional() }),
  response: { status: 200, body: bookingResource },
  errors: ['booking_conflict', 'booking_closed', 'hold_expired', 'rule_refused'],
  needs: { table: 'write' },
});
