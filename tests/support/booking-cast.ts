import { planNewPlan } from '../../domain/learning/new-plan.ts';
import { DEFAULT_TEMPLATE } from '../../domain/learning/plans/templates.ts';
import { type MembershipRow, membershipEntity } from '../../domain/people/membership.entity.ts';
import type { CallerScope } from '../../domain/people/scope.ts';
import { availabilityEntity } from '../../domain/scheduling/availability.entity.ts';
import {
  type BookingTypeRow,
  bookingTypeEntity,
} from '../../domain/scheduling/booking-type.entity.ts';
import { calendarEntity } from '../../domain/scheduling/calendar.entity.ts';
import { type VehicleRow, vehicleEntity } from '../../domain/scheduling/vehicle.entity.ts';
import { type SchoolRow, schoolEntity } from '../../domain/schools/school.entity.ts';
import { settingsEntity } from '../../domain/schools/school-rows.entity.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import type { Weekday } from '../../domain/shared/time.ts';
import type { Context } from '../../domain/store/context.ts';
import type { TransactItem } from '../../domain/store/port.ts';
import { create } from '../../domain/store/write.ts';

export const SCHOOL_WIDE: CallerScope = { kind: 'school' };
export const DKK = (amount: number) => ({ amount, currency: 'DKK' });

export type CastOptions = {
  teachers?: number;
  students?: number;
  vehicles?: number;
  /** over settings that let everything be booked: far ahead, and many at once */
  settings?: Record<string, unknown>;
};

/** A school that can book, and everybody in it. */
export type BookingCast = {
  school: SchoolRow;
  teachers: PersonId[];
  students: PersonId[];
  vehicles: string[];
  /** ids of the types: `road` (one student, needs a vehicle), `trio` (three), `theory` (45) */
  types: { road: string; trio: string; theory: string };
};

const ALL_DAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/**
 * Plants a school in Copenhagen whose teachers are there around the clock, without closed days:
 * what a rule would forbid, a test switches on by itself.
 */
export async function plantCast(
  context: Context,
  { teachers = 2, students = 3, vehicles = 2, settings = {} }: CastOptions = {},
): Promise<BookingCast> {
  const school = schoolRow(context);
  const { schoolId } = school;
  const many = <T>(count: number, make: (i: number) => T) =>
    Array.from({ length: count }, (_, i) => make(i));
  const plan = planNewPlan(
    {
      ...{ schoolId, lessonPlanId: context.newId('pln'), name: 'Kategori B', isDefault: true },
      ...{ template: DEFAULT_TEMPLATE, content: DEFAULT_TEMPLATE.content },
    },
    context.now(),
  );
  const teacherRows = many(teachers, (i) => teacherRow(context, schoolId, `Teacher ${i}`));
  const { lessonPlanId } = plan.row;
  const studentRows = many(students, (i) =>
    studentRow(context, schoolId, `Student ${i}`, { lessonPlanId }),
  );
  const vehicleRows = many(vehicles, (i) => vehicleRow(context, schoolId, `Car ${i}`));
  const types = {
    road: typeRow(context, schoolId),
    trio: typeRow(context, schoolId, { name: 'Trio', capacity: 3 }),
    theory: typeRow(context, schoolId, {
      ...{ name: 'Theory', kind: 'theory', capacity: 45, minutes: 90, needsVehicle: false },
    }),
  };
  const changes = { booking: { horizonDays: 730, maxActive: 100 }, ...settings };
  await writeAll(context, [
    create(schoolEntity.create(school)),
    ...plan.writes,
    create(settingsEntity.create({ schoolId, changes, version: 1 })),
    create(calendarEntity.create({ schoolId, closedDays: [], publicHolidays: 'none', version: 1 })),
    ...Object.values(types).map((type) => create(bookingTypeEntity.create(type))),
    ...vehicleRows.map((vehicle) => create(vehicleEntity.create(vehicle))),
    ...[...teacherRows, ...studentRows].map((row) => create(membershipEntity.create(row))),
    ...teacherRows.map(({ personId }) =>
      create(availabilityEntity.create(aroundTheClock(schoolId, personId))),
    ),
  ]);
  return {
    school,
    teachers: teacherRows.map(({ personId }) => personId as PersonId),
    students: studentRows.map(({ personId }) => personId as PersonId),
    vehicles: vehicleRows.map(({ vehicleId }) => vehicleId),
    types: {
      road: types.road.bookingTypeId,
      trio: types.trio.bookingTypeId,
      theory: types.theory.bookingTypeId,
    },
  };
}

/** Writes planted rows, at most a hundred at a time. */
export async function writeAll(context: Context, writes: readonly TransactItem[]): Promise<void> {
  for (let first = 0; first < writes.length; first += 100) {
    await context.store.transact(context, () => ({
      writes: writes.slice(first, first + 100),
      result: null,
    }));
  }
}

function schoolRow(context: Context): SchoolRow {
  return {
    schoolId: context.newId('sch'),
    ...{ name: 'Nordby Køreskole', slug: 'nordby', timeZone: 'Europe/Copenhagen' },
    ...{ currency: 'DKK', language: 'da', country: 'DK', status: 'active' },
    address: { street: 'Søndergade 1', postalCode: '9000', city: 'Aalborg' },
    ...{ contactEmail: 'post@nordby.example.dk', contactPhone: '+4520123450' },
    ...{ createdAt: context.now(), version: 1 },
  };
}

export function aroundTheClock(schoolId: string, teacherId: string) {
  const weekly = ALL_DAYS.map((weekday) => ({ weekday, from: '00:00', to: '24:00' }));
  return { schoolId, teacherId, weekly, exceptions: [], version: 1 };
}

function teacherRow(
  context: Context,
  schoolId: string,
  name: string,
  overrides: Partial<MembershipRow> = {},
): MembershipRow {
  return {
    personId: context.newId('per'),
    schoolId,
    ...{ roles: ['teacher'], status: 'active', departmentIds: [] },
    ...{ name, email: `${name.replace(' ', '-').toLowerCase()}@example.dk`, language: 'da' },
    ...{ createdAt: context.now(), version: 1 },
    ...overrides,
  };
}

export function studentRow(
  context: Context,
  schoolId: string,
  name: string,
  {
    birthDate = '2000-05-04',
    lessonPlanId = null,
    ...overrides
  }: Partial<MembershipRow> & { birthDate?: string; lessonPlanId?: string | null } = {},
): MembershipRow {
  return teacherRow(context, schoolId, name, {
    roles: ['student'],
    student: {
      ...{ birthDate, guardians: [], teacherIds: [], lessonPlanId },
      lessonPlanVersion: lessonPlanId === null ? null : 1,
      ...{ termsVersion: '1', consents: [], draftInvoiceId: null },
    },
    ...overrides,
  });
}

export function vehicleRow(
  context: Context,
  schoolId: string,
  name: string,
  overrides: Partial<VehicleRow> = {},
): VehicleRow {
  return {
    ...{ schoolId, vehicleId: context.newId('veh'), name, plate: 'AB 12 345' },
    ...{ category: 'B', gearbox: 'manual', status: 'active' },
    ...{ createdAt: context.now(), version: 1 },
    ...overrides,
  };
}

/** A road lesson of 45 minutes without buffer, free to cancel until 24 hours before. */
export function typeRow(
  context: Context,
  schoolId: string,
  overrides: Partial<BookingTypeRow> = {},
): BookingTypeRow {
  return {
    ...{ schoolId, bookingTypeId: context.newId('bty'), name: 'Road', kind: 'road' },
    ...{ minutes: 45, capacity: 1, price: DKK(55_000), vatRate: 25, bufferMinutes: 0 },
    ...{ needsVehicle: true, cancellation: { hoursBefore: 24 } },
    ...{ lateFee: DKK(30_000), noShowFee: DKK(55_000), selfBooking: false, active: true },
    ...{ createdAt: context.now(), version: 1 },
    ...overrides,
  };
}
