import * as z from 'zod';
import {
  bookingResource,
  location,
  minutes,
  moduleIds,
  moment,
  notes,
  override,
  studentIds,
} from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf, schoolParams } from '../shared/schemas.ts';

export const createBookingRoute = defineOperation({
  name: 'create-booking',
  method: 'POST',
  path: '/schools/{schoolId}/bookings',
  summary: 'Books a lesson: everybody in it, or nobody.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: schoolParams,
  body: z.strictObject({
    bookingTypeId: idOf('bty'),
    teacherId: idOf('per'),
    startsAt: moment,
    minutes: minutes.optional(),
    location: location.optional(),
    vehicleId: idOf('veh').optional(),
    studentIds: studentIds.default([]),
    moduleIds: moduleIds.optional(),
    notes: notes.optional(),
    draft: z.boolean().optional(),
    override: override.optional(),
  }),
  response: { status: 201, body: bookingResource },
  errors: ['booking_conflict', 'rule_refused', 'local_time_does_not_exist', 'local_time_ambiguous'],
  needs: { table: 'write' },
});
