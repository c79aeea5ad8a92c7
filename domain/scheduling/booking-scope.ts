import type { CallerScope } from '../people/scope.ts';
import { notFound } from '../shared/errors.ts';
import type { Store } from '../store/store.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';

/** Whether a booking lies within a caller's scope: what they teach, take part in, or administer. */
export function bookingInScope(scope: CallerScope, booking: BookingRow): boolean {
  switch (scope.kind) {
    case 'school':
      return true;
    case 'departments':
      return (
        booking.departmentIds.length === 0 ||
        booking.departmentIds.some((id) => scope.departmentIds.includes(id))
      );
    case 'own':
      return booking.teacherId === scope.personId;
    case 'self':
      return booking.students.some(({ studentId }) => studentId === scope.personId);
  }
}

/** A booking within the caller's scope. Throws `not_found` for what is outside it. */
export async function readBooking(
  store: Store,
  schoolId: string,
  bookingId: string,
  scope: CallerScope,
): Promise<BookingRow> {
  const booking = await store.get(bookingEntity, bookingEntity.get({ schoolId, bookingId }));
  if (!booking || !bookingInScope(scope, booking)) throw notFound('This booking');
  return booking;
}
