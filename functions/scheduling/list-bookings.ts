import { listBookings } from '../../domain/scheduling/list-bookings.ts';
import { readBound } from '../../domain/shared/time.ts';
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
        ...(from !== undefined && { from: readBound(from, school.timeZone, '/from', 'from') }),
        ...(to !== undefined && { to: readBound(to, school.timeZone, '/to', 'to') }),
      }),
    );
  },
);
