import type { CallerScope } from '../people/scope.ts';
import { money } from '../shared/money.ts';
import type { BookingRow } from './booking.entity.ts';
import { scopeWithin } from './booking-scope.ts';

/**
 * A booking as callers see it. A student sees their own participation and fees, and of the history
 * what does not concern another student: nobody else's id.
 */
export function bookingView(row: BookingRow, scope?: CallerScope) {
  const seenAs = scope && scopeWithin(scope, row);
  const only = seenAs?.kind === 'self' ? seenAs.personId : undefined;
  const mine = ({ studentId }: { studentId: string }) => only === undefined || studentId === only;
  // Another student may have cancelled: to this one they are just a student.
  const who = (by: string) =>
    only !== undefined && by !== only && row.students.some(({ studentId }) => studentId === by)
      ? 'student'
      : by;
  const { state } = row;
  return {
    id: row.bookingId,
    schoolId: row.schoolId,
    bookingTypeId: row.bookingTypeId,
    kind: row.kind,
    teacherId: row.teacherId,
    vehicleId: row.vehicleId ?? null,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    minutes: Math.round((Date.parse(row.endsAt) - Date.parse(row.startsAt)) / 60_000),
    location: row.location ?? null,
    notes: row.notes ?? null,
    status: state.status,
    heldUntil: state.status === 'draft' ? state.heldUntil : null,
    taught: state.status === 'completed' || state.status === 'no_show' ? state.taught : null,
    cancellation:
      state.status === 'cancelled'
        ? {
            at: state.cancelledAt,
            by: who(state.by),
            reason: state.reason,
            onBehalfOf: state.onBehalfOf,
          }
        : null,
    students: row.students.filter(mine),
    moduleIds: row.moduleIds,
    fees: row.fees.filter(mine).map(({ studentId, reason, amount, waived }) => ({
      studentId,
      reason,
      amount,
      waived: waived ?? null,
    })),
    price: money(row.price, row.terms.price.currency),
    vatRate: row.vatRate,
    history:
      only === undefined
        ? row.history
        : row.history
            .filter(({ what }) => HARMLESS.has(what))
            .map(({ at, by, what }) => ({ at, by: who(by), what })),
    createdAt: row.createdAt,
    version: row.version,
  };
}

export type BookingView = ReturnType<typeof bookingView>;

/** What in a history names no other student. */
const HARMLESS = new Set([
  'created',
  'confirmed',
  'moved',
  'cancelled',
  'hold_expired',
  'completed',
]);
