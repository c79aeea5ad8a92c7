import type { Store } from '../store/store.ts';
import { agendaEntity } from './agenda.entity.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import { type BookingTypeRow, bookingTypeEntity } from './booking-type.entity.ts';

/**
 * Every booking a student ever took part in, by way of their agenda: cancelled ones are still in it.
 * Two consistent reads for up to a hundred bookings.
 */
export async function readBookingsOf(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<BookingRow[]> {
  const days = await store.all(
    agendaEntity,
    agendaEntity.query.byDay({ schoolId, resourceId: studentId }),
  );
  const ids = [...new Set(days.flatMap(({ entries }) => Object.keys(entries)))];
  const rows = await store.getAll(
    ...ids.map((bookingId) => [bookingEntity, bookingEntity.get({ schoolId, bookingId })] as const),
  );
  return rows
    .filter((row) => row !== null)
    .filter(({ students }) => students.some((part) => part.studentId === studentId))
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** Booking types by their ids; those that are not the school's are left out. */
export async function readTypes(
  store: Store,
  schoolId: string,
  ids: readonly string[],
): Promise<Map<string, BookingTypeRow>> {
  const rows = await store.getAll(
    ...[...new Set(ids)].map(
      (bookingTypeId) =>
        [bookingTypeEntity, bookingTypeEntity.get({ schoolId, bookingTypeId })] as const,
    ),
  );
  return new Map(
    rows.flatMap((row): [string, BookingTypeRow][] => (row ? [[row.bookingTypeId, row]] : [])),
  );
}
