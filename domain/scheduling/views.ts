import type { AvailabilityRow } from './availability.entity.ts';
import { NEVER_AVAILABLE } from './availability.ts';
import type { BookingTypeRow } from './booking-type.entity.ts';
import type { BookingType } from './booking-type.ts';
import type { CalendarRow } from './calendar.entity.ts';
import { calendarWith } from './calendar.ts';
import type { VehicleRow } from './vehicle.entity.ts';
import type { Vehicle } from './vehicle.ts';

/** A vehicle as callers see it. */
export function vehicleView(row: VehicleRow): Vehicle {
  const { vehicleId, name, plate, category, gearbox, status, version } = row;
  return { id: vehicleId as Vehicle['id'], name, plate, category, gearbox, status, version };
}

/** A booking type as callers see it. */
export function bookingTypeView(row: BookingTypeRow): BookingType {
  const { schoolId: _, bookingTypeId, createdAt: __, lateFee, noShowFee, ...rest } = row;
  return {
    id: bookingTypeId as BookingType['id'],
    ...rest,
    lateFee: lateFee ?? null,
    noShowFee: noShowFee ?? null,
  };
}

/** The calendar in force; version 0 is the default that nobody changed. */
export function calendarView(row: CalendarRow | null, country: string) {
  return { ...calendarWith(row, country), version: row?.version ?? 0 };
}

/** A teacher's availability; version 0 is nobody's, and empty. */
export function availabilityView(teacherId: string, row: AvailabilityRow | null) {
  const { weekly, exceptions } = row ?? NEVER_AVAILABLE;
  return { teacherId, weekly, exceptions, version: row?.version ?? 0 };
}
