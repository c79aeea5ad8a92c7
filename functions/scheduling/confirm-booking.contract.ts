import { bookingParams, bookingResource } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { noBody } from '../shared/schemas.ts';

export const confirmBookingRoute = defineOperation({
  name: 'confirm-booking',
  method: 'POST',
  path: '/schools/{schoolId}/bookings/{bookingId}/confirm',
  summary: 'Confirms a draft while its hold lasts.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: bookingParams,
  body: noBody,
  response: { status: 200, body: bookingResource },
  errors: ['hold_expired', 'booking_closed', 'conflict'],
  needs: { table: 'write' },
});
