import * as z from 'zod';
import { BOOKING_STATUSES } from '../../domain/scheduling/booking.ts';
import { bookingResource, moment } from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf, pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listBookingsRoute = defineOperation({
  name: 'list-bookings',
  method: 'GET',
  path: '/schools/{schoolId}/bookings',
  summary: 'Bookings in order of their start: of the school, a teacher, a student or a vehicle.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own', student: 'self' },
  params: schoolParams,
  query: z.strictObject({
    ...paging,
    from: moment.optional(),
    to: moment.optional(),
    teacherId: idOf('per').optional(),
    studentId: idOf('per').optional(),
    vehicleId: idOf('veh').optional(),
    status: z.enum(BOOKING_STATUSES).optional(),
  }),
  response: { status: 200, body: () => pageOf(bookingResource()) },
  errors: ['local_time_does_not_exist', 'local_time_ambiguous'],
  needs: { table: 'read', indexes: ['bySchoolAndTime'], keys: true },
});
