import { readEarliestDue } from '../finance/read-finance.ts';
import { type MembershipRow, membershipEntity } from '../people/membership.entity.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { settingsEntity } from '../schools/school-rows.entity.ts';
import { type Settings, settingsWith } from '../schools/settings.ts';
import { notFound } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { Store } from '../store/store.ts';
import { type AgendaRow, agendaEntity } from './agenda.entity.ts';
import { blocks, timesOf } from './agenda.ts';
import { type AvailabilityRow, availabilityEntity } from './availability.entity.ts';
import { type BookingTypeRow, bookingTypeEntity } from './booking-type.entity.ts';
import { type CalendarRow, calendarEntity } from './calendar.entity.ts';
import { type Days, daysOf, type Occupation, type Resource, readDays } from './occupy.ts';
import { type VehicleRow, vehicleEntity } from './vehicle.entity.ts';

/** Everything a booking is judged by, read consistently in one round. */
export type Scene = {
  school: SchoolRow;
  settings: Settings;
  calendar: CalendarRow | null;
  availability: AvailabilityRow | null;
  type: BookingTypeRow | null;
  vehicle: VehicleRow | null;
  teacher: MembershipRow;
  students: MembershipRow[];
  days: Days;
  /** when the first of what each student owes fell or falls due; empty unless the school blocks debtors */
  earliestDue: ReadonlyMap<string, string>;
};

export type Cast = {
  bookingTypeId: string;
  teacherId: string;
  vehicleId: string | null;
  studentIds: readonly string[];
};

/** Those who take part in a booking, as the agenda knows them. */
export function resourcesOf({
  teacherId,
  vehicleId,
  studentIds,
}: Omit<Cast, 'bookingTypeId'>): Resource[] {
  return [
    { kind: 'teacher', id: teacherId },
    ...(vehicleId ? [{ kind: 'vehicle', id: vehicleId } as const] : []),
    ...studentIds.map((id) => ({ kind: 'student', id }) as const),
  ];
}

/**
 * Reads the scene of a change: configuration, people, and the days of what it leaves and takes.
 * Throws `not_found` for a teacher, student, vehicle or type that is not this school's.
 */
export async function readScene(
  context: Context,
  school: SchoolRow,
  cast: Cast,
  ...occupations: (Pick<Occupation, 'slot' | 'resources'> | null)[]
): Promise<Scene> {
  const { store } = context;
  const { schoolId } = school;
  const { bookingTypeId, teacherId, vehicleId, studentIds } = cast;
  const [fixed, people, days] = await Promise.all([
    store.getAll(
      [settingsEntity, settingsEntity.get({ schoolId })],
      [calendarEntity, calendarEntity.get({ schoolId })],
      [availabilityEntity, availabilityEntity.get({ schoolId, teacherId })],
      [bookingTypeEntity, bookingTypeEntity.get({ schoolId, bookingTypeId })],
      [vehicleEntity, vehicleEntity.get({ schoolId, vehicleId: vehicleId ?? 'none' })],
      [membershipEntity, membershipEntity.get({ schoolId, personId: teacherId })],
    ),
    store.getAll(
      ...studentIds.map(
        (personId) => [membershipEntity, membershipEntity.get({ schoolId, personId })] as const,
      ),
    ),
    readDays(store, schoolId, daysOf(...occupations)),
  ]);
  const [settings, calendar, availability, type, vehicle, teacher] = fixed;
  if (!type) throw notFound('This booking type');
  if (vehicleId && !vehicle) throw notFound('This vehicle');
  if (!teacher?.roles.includes('teacher') || teacher.status === 'disabled')
    throw notFound('This teacher');
  const students = people.map((student) => {
    if (!student?.student) throw notFound('This student');
    return student;
  });
  const inForce = settingsWith(settings?.changes);
  const earliestDue = inForce.booking.blockWhenOverdue
    ? await readEarliestDue(store, schoolId, studentIds)
    : new Map<string, string>();
  return {
    school,
    earliestDue,
    settings: inForce,
    ...{ calendar, availability, type, vehicle, teacher, students, days },
  };
}

/** How many bookings a student has before them: what the setting `maxActive` is held against. */
export async function countActive(
  store: Store,
  schoolId: string,
  studentId: string,
  now: Instant,
): Promise<number> {
  const today = now.slice(0, 10);
  const rows: AgendaRow[] = await store.all(
    agendaEntity,
    agendaEntity.query.byDay({ schoolId, resourceId: studentId }).gte({ day: today }),
  );
  const active = rows.flatMap(({ day, entries }) =>
    Object.entries(entries)
      .filter(([, entry]) => blocks(entry, now) && timesOf(day, entry).from > Date.parse(now))
      .map(([bookingId]) => bookingId),
  );
  return new Set(active).size;
}
