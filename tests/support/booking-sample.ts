import { inviteStaff } from '../../domain/people/invite-staff.ts';
import { createBookingType } from '../../domain/scheduling/change-booking-types.ts';
import { createVehicle } from '../../domain/scheduling/change-vehicles.ts';
import { readBookingTypes } from '../../domain/scheduling/read-configuration.ts';
import { setAvailability } from '../../domain/scheduling/set-availability.ts';
import { setCalendar } from '../../domain/scheduling/set-calendar.ts';
import { changeSettings } from '../../domain/schools/change-school.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { type Instant, instant } from '../../domain/shared/instant.ts';
import { aroundTheClock, DKK, SCHOOL_WIDE } from './booking-cast.ts';
import { bookingDesk } from './booking-stage.ts';
import { signSomeLessons } from './learning-sample.ts';
import type { World } from './store-world.ts';

/**
 * Gives a school lessons of every kind: confirmed (one over UTC midnight, a group that one student
 * left late), draft, cancelled, completed, missed. `students` are two who are active there. Answers
 * the moment at which all of it is so.
 */
export async function bookSomeLessons(
  world: World,
  schoolId: SchoolId,
  students: readonly [string, string],
): Promise<Instant> {
  let now = world.now();
  const context = world.context({ now: () => now });
  const school = await readSchool(world.store, schoolId);
  const teacher = await inviteStaff(context, school, {
    ...{ name: 'Tea Lund', email: 'tea@example.dk', roles: ['teacher'] },
  });
  const { weekly } = aroundTheClock(schoolId, teacher.personId);
  await setAvailability(context, school, teacher.personId, SCHOOL_WIDE, { weekly, exceptions: [] });
  await setCalendar(context, school, { closedDays: [], publicHolidays: 'none' });
  await changeSettings(context, schoolId, { booking: { maxActive: 100 } });
  const car = { name: 'Golf', plate: 'AB 12 345', category: 'B', gearbox: 'manual' } as const;
  const { id: vehicleId } = await createVehicle(context, school, { ...car, status: 'active' });
  await createBookingType(context, school, {
    ...{ name: 'Hold', kind: 'road', minutes: 45, capacity: 3, price: DKK(55_000), vatRate: 25 },
    ...{ bufferMinutes: 15, needsVehicle: true, cancellation: { hoursBefore: 24 } },
    ...{ lateFee: DKK(30_000), noShowFee: DKK(55_000), selfBooking: false },
  });
  const [type] = await readBookingTypes(world.store, schoolId);
  const cast = {
    school,
    teachers: [teacher.personId as never],
    students: students as never,
    vehicles: [vehicleId],
    types: { road: type?.bookingTypeId as string, trio: '', theory: '' },
  };
  const desk = bookingDesk(context, cast);

  const completed = await desk.book({ startsAt: '2026-11-23T10:00Z', studentIds: [...students] });
  const missed = await desk.book({ startsAt: '2026-11-23T11:00Z' });
  const left = await desk.book({ startsAt: '2026-11-24T08:00Z', studentIds: [...students] });
  const gone = await desk.book({ startsAt: '2026-11-25T08:00Z' });
  await desk.book({ startsAt: '2026-11-26T08:00Z' });
  await desk.book({ startsAt: '2026-11-26T23:30Z' });
  now = instant('2026-11-23T13:00:00.000Z');
  await desk.cancel(left.id, { onBehalfOf: 'student', studentId: students[1] });
  await desk.cancel(gone.id);
  await desk.complete(completed.id, {
    attendance: [
      { studentId: students[0], status: 'attended' },
      { studentId: students[1], status: 'no_show' },
    ],
  });
  await signSomeLessons(world, cast, completed.id, now);
  await desk.complete(missed.id, { attendance: [{ studentId: students[0], status: 'no_show' }] });
  await desk.book({ startsAt: '2026-11-27T08:00Z', draft: true });
  return now;
}
