import { bookingParams, bookingResource } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';

export const getBookingRoute = defineOperation({
  name: 'get-booking',
  method: 'GET',
  path: '/schools/{schoolId}/bookings/{bookingId}',
  summary: 'One booking; a student sees no other student in it.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: bookingParams,
  response: { status: 200, body: bookingResource },
  needs: { table: 'read' },
});
