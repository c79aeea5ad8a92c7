import type { MembershipRow } from '../people/membership.entity.ts';
import { type CallerScope, studentInScope, teacherInScope } from '../people/scope.ts';
import { notFound } from '../shared/errors.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Store } from '../store/store.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import { neverConfirmed } from './hold.ts';

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
      return (
        teaches(scope.personId, booking) ||
        (scope.self === true && bookingInScope(asStudent(scope.personId), booking))
      );
    case 'self':
      return (
        !neverConfirmed(booking) &&
        booking.students.some(({ studentId }) => studentId === scope.personId)
      );
  }
}

/**
 * As whom a caller sees a booking in their scope: who teaches and learns in one school is a student
 * of what somebody else teaches, with a student's rights and no more.
 */
export function scopeWithin(scope: CallerScope, booking: BookingRow): CallerScope {
  return scope.kind === 'own' && scope.self === true && !teaches(scope.personId, booking)
    ? asStudent(scope.personId)
    : scope;
}

function asStudent(personId: PersonId): CallerScope {
  return { kind: 'self', personId };
}

function teaches(personId: string, booking: BookingRow): boolean {
  // A substitute's lesson is the substitute's, too.
  return booking.teacherId === personId || taughtBy(booking) === personId;
}

function taughtBy({ state }: BookingRow): string | undefined {
  return state.status === 'completed' || state.status === 'no_show'
    ? state.taught.taughtBy
    : undefined;
}

/** A booking of the school, or null. For what asks on nobody's behalf: messages about it. */
export function findBooking(
  store: Store,
  schoolId: string,
  bookingId: string,
): Promise<BookingRow | null> {
  return store.get(bookingEntity, bookingEntity.get({ schoolId, bookingId }));
}

/**
 * The office of a department books its own teachers and students; of the others it knows nothing.
 * `joining` are the students that are new to the booking. Throws `not_found`.
 */
export function requireCastInScope(
  scope: CallerScope,
  { teacher, students }: { teacher: MembershipRow; students: readonly MembershipRow[] },
  joining: readonly string[],
): void {
  if (scope.kind !== 'departments') return;
  if (!teacherInScope(scope, teacher)) throw notFound('This teacher');
  const stranger = students.some(
    (student) => joining.includes(student.personId) && !studentInScope(scope, student),
  );
  if (stranger) throw notFound('This student');
}

/** A booking within the caller's scope. Throws `not_found` for what is outside it. */
export async function readBooking(
  store: Store,
  schoolId: string,
  bookingId: string,
  scope: CallerScope,
): Promise<BookingRow> {
  const booking = await findBooking(store, schoolId, bookingId);
  if (!booking || !bookingInScope(scope, booking)) throw notFound('This booking');
  return booking;
}
