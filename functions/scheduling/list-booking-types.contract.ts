import * as z from 'zod';
import { defineOperation } from '../shared/operation.ts';
import { bookingTypeResource } from '../shared/scheduling-resources.ts';
import { pageOf, paging, schoolParams } from '../shared/schemas.ts';

export const listBookingTypesRoute = defineOperation({
  name: 'list-booking-types',
  method: 'GET',
  path: '/schools/{schoolId}/booking-types',
  summary: 'What can be booked, oldest first.',
  who: { school_admin: 'school', office: 'school', teacher: 'school', student: 'school' },
  params: schoolParams,
  query: z.strictObject(paging),
  response: { status: 200, body: () => pageOf(bookingTypeResource()) },
  needs: { table: 'read', keys: true },
});
