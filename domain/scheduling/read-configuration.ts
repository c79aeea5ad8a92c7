import { type MembershipRow, membershipEntity } from '../people/membership.entity.ts';
import { type CallerScope, teacherInScope } from '../people/scope.ts';
import { notFound } from '../shared/errors.ts';
import type { Store } from '../store/store.ts';
import { type AvailabilityRow, availabilityEntity } from './availability.entity.ts';
import { type BookingTypeRow, bookingTypeEntity } from './booking-type.entity.ts';
import { type CalendarRow, calendarEntity } from './calendar.entity.ts';
import { type VehicleRow, vehicleEntity } from './vehicle.entity.ts';

/** The school's vehicles, oldest first. */
export function readVehicles(store: Store, schoolId: string): Promise<VehicleRow[]> {
  const query = vehicleEntity.query.bySchool({ schoolId }).begins({ vehicleId: 'veh_' });
  return store.all(vehicleEntity, query);
}

/** One vehicle of the school. Throws `not_found`. */
export async function readVehicle(
  store: Store,
  schoolId: string,
  vehicleId: string,
): Promise<VehicleRow> {
  const vehicle = await store.get(vehicleEntity, vehicleEntity.get({ schoolId, vehicleId }));
  if (!vehicle) throw notFound('This vehicle');
  return vehicle;
}

/** What can be booked in the school, oldest first. */
export function readBookingTypes(store: Store, schoolId: string): Promise<BookingTypeRow[]> {
  const query = bookingTypeEntity.query.bySchool({ schoolId }).begins({ bookingTypeId: 'bty_' });
  return store.all(bookingTypeEntity, query);
}

/** One booking type of the school. Throws `not_found`. */
export async function readBookingType(
  store: Store,
  schoolId: string,
  bookingTypeId: string,
): Promise<BookingTypeRow> {
  const key = bookingTypeEntity.get({ schoolId, bookingTypeId });
  const type = await store.get(bookingTypeEntity, key);
  if (!type) throw notFound('This booking type');
  return type;
}

/** The days on which the school is closed, or null while it has said nothing. */
export function readCalendar(store: Store, schoolId: string): Promise<CalendarRow | null> {
  return store.get(calendarEntity, calendarEntity.get({ schoolId }));
}

/**
 * When a teacher teaches, or null while nobody has said. Throws `not_found` for who is no teacher of
 * this school, or outside the scope of who asks.
 */
export async function readAvailability(
  store: Store,
  schoolId: string,
  teacherId: string,
  scope: CallerScope,
): Promise<AvailabilityRow | null> {
  const [teacher, availability] = await store.getAll(
    [membershipEntity, membershipEntity.get({ schoolId, personId: teacherId })],
    [availabilityEntity, availabilityEntity.get({ schoolId, teacherId })],
  );
  requireTeacher(teacher, scope);
  return availability;
}

/** Throws `not_found` unless this is a teacher whom the caller may see. */
export function requireTeacher(
  membership: MembershipRow | null,
  scope: CallerScope,
): asserts membership is MembershipRow {
  if (!membership?.roles.includes('teacher') || !teacherInScope(scope, membership)) {
    throw notFound('This teacher');
  }
}
