import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { bookingTypeResource } from '../shared/scheduling-resources.ts';
import { bookingTypeFields, cancellationPolicy } from '../shared/scheduling-schemas.ts';
import { money, schoolParams } from '../shared/schemas.ts';

export const createBookingTypeRoute = defineOperation({
  name: 'create-booking-type',
  method: 'POST',
  path: '/schools/{schoolId}/booking-types',
  summary: 'Adds something that can be booked, with its price and terms.',
  who: { school_admin: 'school' },
  params: schoolParams,
  body: z.strictObject({
    ...bookingTypeFields,
    capacity: bookingTypeFields.capacity.default(1),
    price: money,
    bufferMinutes: bookingTypeFields.bufferMinutes.default(0),
    needsVehicle: bookingTypeFields.needsVehicle.default(false),
    cancellation: cancellationPolicy.default({ hoursBefore: 24 }),
    lateFee: money.nullable().default(null),
    noShowFee: money.nullable().default(null),
    selfBooking: bookingTypeFields.selfBooking.default(false),
  }),
  response: { status: 201, body: bookingTypeResource },
  needs: { table: 'write' },
});
