import * as z from 'zod';
import { MOST_BUFFER_MINUTES } from '../../domain/scheduling/agenda.ts';
import {
  BOOKING_KINDS,
  LONGEST_MINUTES,
  MOST_STUDENTS,
  SHORTEST_MINUTES,
} from '../../domain/scheduling/booking-type.ts';
import { GEARBOXES, VEHICLE_STATUSES } from '../../domain/scheduling/vehicle.ts';
import { decimal, idOf, line, money, name, vatRate } from './schemas.ts';

/** Schemas that several contracts of scheduling share. */
export const vehicleParams = z.object({ schoolId: idOf('sch'), vehicleId: idOf('veh') });
export const bookingTypeParams = z.object({ schoolId: idOf('sch'), bookingTypeId: idOf('bty') });
export const teacherParams = z.object({ schoolId: idOf('sch'), teacherId: idOf('per') });

/** A time on the wall, `00:00` to `23:59`. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time like 08:00' });

/** Where a window ends: also `24:00`, the midnight that ends the day. */
export const clockEnd = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'must be a time like 16:00' });

export const vehicleFields = {
  name,
  plate: line(20),
  category: z.string().regex(/^[A-Z0-9]{1,4}$/, { error: 'must be a licence category like B' }),
  gearbox: z.enum(GEARBOXES),
  status: z.enum(VEHICLE_STATUSES),
};

/** What a booking type and a patch of one check alike. */
export const bookingTypeFields = {
  name,
  kind: z.enum(BOOKING_KINDS),
  minutes: z.int().min(SHORTEST_MINUTES).max(LONGEST_MINUTES),
  capacity: z.int().min(1).max(MOST_STUDENTS),
  vatRate,
  bufferMinutes: z.int().min(0).max(MOST_BUFFER_MINUTES),
  needsVehicle: z.boolean(),
  selfBooking: z.boolean(),
};

/** Either kind of policy: which of the two it is, and whether it is whole, is judged by the domain. */
export const cancellationPolicy = z.strictObject({
  hoursBefore: decimal(0, 720).nullable().optional(),
  workingDaysBefore: z.int().min(0).max(30).nullable().optional(),
  clock: clockTime.nullable().optional(),
});

export const moneyPatch = money.partial();
