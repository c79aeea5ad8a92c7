import type { BookingKind } from '../../domain/scheduling/booking-type.ts';
import { createBookingType } from '../../domain/scheduling/change-booking-types.ts';
import { createVehicle } from '../../domain/scheduling/change-vehicles.ts';
import { createBooking } from '../../domain/scheduling/create-booking.ts';
import { setAvailability } from '../../domain/scheduling/set-availability.ts';
import type { SchoolRow } from '../../domain/schools/school.entity.ts';
import { DAY, instant } from '../../domain/shared/instant.ts';
import { isoWeekday, localDate } from '../../domain/shared/time.ts';
import type { Context } from '../../domain/store/context.ts';

const EVERYTHING = { kind: 'school' } as const;

type Offer = {
  name: string;
  kind: BookingKind;
  amount: number;
  needsVehicle: boolean;
  capacity?: number;
};

/** What the seeded schools offer: one of each kind, 45 minutes, no gap between two. */
const OFFERS: readonly Offer[] = [
  { name: 'Teori', kind: 'theory', amount: 20_000, needsVehicle: false, capacity: 45 },
  { name: 'Kørelektion', kind: 'road', amount: 55_000, needsVehicle: true },
  { name: 'Manøvrebane', kind: 'manoeuvring', amount: 60_000, needsVehicle: false },
  { name: 'Køreteknisk anlæg', kind: 'skid', amount: 75_000, needsVehicle: true },
  { name: 'Køreprøve', kind: 'test', amount: 110_000, needsVehicle: false },
  { name: 'Andet', kind: 'other', amount: 0, needsVehicle: false },
];

/** Teachers who teach on weekdays from 07:00 to 19:00, two cars, and the booking types. Returns a road lesson and a car. */
export async function seedCalendar(
  context: Context,
  school: SchoolRow,
  teacherIds: readonly string[],
) {
  const weekly = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
    weekday,
    from: '07:00',
    to: '19:00',
  }));
  for (const teacherId of teacherIds) {
    await setAvailability(context, school, teacherId, EVERYTHING, { weekly, exceptions: [] });
  }
  const car = { category: 'B', gearbox: 'manual', status: 'active' } as const;
  const first = await createVehicle(context, school, { ...car, name: 'Golf', plate: 'AB 12 345' });
  await createVehicle(context, school, {
    ...car,
    name: 'Polo',
    plate: 'CD 67 890',
    gearbox: 'automatic',
  });
  const types = [];
  for (const offer of OFFERS)
    types.push(await createBookingType(context, school, typeOf(offer, school.currency)));
  const road = types.find(({ kind }) => kind === 'road');
  if (!road) throw new Error('the seed offers road lessons');
  return { bookingTypeId: road.id, vehicleId: first.id };
}

/** One road lesson at 10:00 on a weekday of next week. */
export async function seedBooking(
  context: Context,
  school: SchoolRow,
  lesson: { bookingTypeId: string; vehicleId: string; teacherId: string; studentIds: string[] },
): Promise<void> {
  const day = [7, 8, 9]
    .map((ahead) => localDate(instant(Date.parse(context.now()) + ahead * DAY), school.timeZone))
    .find((date) => isoWeekday(date) <= 5);
  // A seed must not fail on a holiday.
  const override = { rules: ['closed_day'] as const, reason: 'seed' };
  await createBooking(context, school, EVERYTHING, {
    ...lesson,
    startsAt: `${day}T10:00`,
    override,
  });
}

function typeOf({ name, kind, amount, needsVehicle, capacity = 1 }: Offer, currency: string) {
  const money = (minorUnits: number) => ({ amount: minorUnits, currency });
  return {
    ...{ name, kind, needsVehicle, capacity },
    minutes: 45,
    price: money(amount),
    vatRate: 25,
    bufferMinutes: 0,
    cancellation: { hoursBefore: 24 },
    lateFee: money(30_000),
    noShowFee: money(amount),
    selfBooking: false,
  };
}
