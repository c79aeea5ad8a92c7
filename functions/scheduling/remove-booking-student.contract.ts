import * as z from 'zod';
import { bookingResource } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const removeBookingStudentRoute = defineOperation({
  name: 'remove-booking-student',
  method: 'DELETE',
  path: '/schools/{schoolId}/bookings/{bookingId}/students/{studentId}',
  summary: 'The school takes a student out of a booking, free of charge.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: z.object({ schoolId: idOf('sch'), bookingId: idOf('bkg'), studentId: idOf('per') }),
  response: { status: 200, body: bookingResource },
  errors: ['booking_closed', 'hold_expired', 'rule_refused'],
  needs: { table: 'write' },
});
