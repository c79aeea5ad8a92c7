import * as z from 'zod';
import { bookingResource, reason } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const waiveBookingFeeRoute = defineOperation({
  name: 'waive-booking-fee',
  method: 'POST',
  path: '/schools/{schoolId}/bookings/{bookingId}/students/{studentId}/fee-waiver',
  summary: "Waives a student's fee on a booking, with the reason.",
  who: { school_admin: 'school', office: 'departments' },
  params: z.object({ schoolId: idOf('sch'), bookingId: idOf('bkg'), studentId: idOf('per') }),
  body: z.strictObject({ reason }),
  response: { status: 200, body: bookingResource },
  needs: { table: 'write' },
});
