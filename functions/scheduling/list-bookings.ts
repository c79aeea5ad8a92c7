import { listBookings } from '../../domain/scheduling/list-bookings.ts';
import { readMomentOrDate } from '../../domain/scheduling/span.ts';
import { ok } from '../shared/answer.ts';
import { apiHandler } from '../shared/api-handler.ts';
import { listBookingsRoute } from './list-bookings.contract.ts';

export const handler = apiHandler(
  listBookingsRoute,
  async ({ params, query, caller, context, school }) => {
    const { from, to, ...filters } = query;
    return ok(
      await listBookings(context, params.schoolId, caller.scope, {
        ...filters,
        from: readMomentOrDate(from, school.timeZone, '/from'),
        to: readMomentOrDate(to, school.timeZone, '/to'),
      }),
    );
  },
);
