import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { bookingTypeResource } from '../shared/scheduling-resources.ts';
import {
  bookingTypeFields,
  bookingTypeParams,
  cancellationPolicy,
  moneyPatch,
} from '../shared/scheduling-schemas.ts';

export const changeBookingTypeRoute = defineOperation({
  name: 'change-booking-type',
  method: 'PATCH',
  path: '/schools/{schoolId}/booking-types/{bookingTypeId}',
  summary: 'Changes a booking type for new bookings; `active: false` takes it off the public page.',
  who: { school_admin: 'school' },
  params: bookingTypeParams,
  body: z
    .strictObject({
      ...bookingTypeFields,
      price: moneyPatch,
      cancellation: cancellationPolicy,
      lateFee: moneyPatch.nullable(),
      noShowFee: moneyPatch.nullable(),
      active: z.boolean(),
    })
    .partial(),
  response: { status: 200, body: bookingTypeResource },
  needs: { table: 'write' },
});
