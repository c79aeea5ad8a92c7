import { waiveFee } from '../../domain/scheduling/waive-fee.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { waiveBookingFeeRoute } from './waive-booking-fee.contract.ts';

export const handler = apiHandler(
  waiveBookingFeeRoute,
  async ({ params: { bookingId, studentId }, body, caller, context, school }) =>
    ok(
      await waiveFee(context, school, caller.scope, { bookingId, studentId, reason: body.reason }),
    ),
);
