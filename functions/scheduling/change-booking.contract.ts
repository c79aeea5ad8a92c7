import * as z from 'zod';
import { clearable } from '../shared/bodies.ts';
import {
  bookingParams,
  bookingResource,
  location,
  minutes,
  moduleIds,
  moment,
  notes,
  override,
} from '../shared/booking-bodies.ts';
import { defineOperation } from '../shared/operation.ts';
import { idOf } from '../shared/schemas.ts';

export const changeBookingRoute = defineOperation({
  name: 'change-booking',
  method: 'PATCH',
  path: '/schools/{schoolId}/bookings/{bookingId}',
  summary: 'Moves or changes a booking; a conflict leaves it as it was.',
  who: { school_admin: 'school', office: 'departments', teacher: 'own' },
  params: bookingParams,
  body: z.strictObject({
    startsAt: moment.optional(),
    minutes: minutes.optional(),
    teacherId: idOf('per').optional(),
    vehicleId: idOf('veh').nullable().optional(),
    location: location.nullable().optional(),
    notes: notes.nullable().optional(),
    moduleIds: clearable(moduleIds),
    override: override.optional(),
  }),
  response: { status: 200, body: bookingResource },
  errors: [
    'booking_conflict',
    'booking_closed',
    'hold_expired',
    'rule_refused',
    'stale_version',
    'local_time_does_not_exist',
    'local_time_ambiguous',
  ],
  needs: { table: 'write' },
});
