import * as z from 'zod';
import { BOOKING_KINDS } from '../../domain/scheduling/booking-type.ts';
import { GEARBOXES, VEHICLE_STATUSES } from '../../domain/scheduling/vehicle.ts';
import { HOLIDAY_CALENDARS } from '../../domain/shared/holiday-calendars.ts';
import { instant, money, named } from './resource-parts.ts';

/** What answers about vehicles, booking types and time look like. Functions, as in `resources.ts`. */
export const vehicleResource = () =>
  named('Vehicle', () =>
    z.object({
      id: z.string(),
      name: z.string(),
      plate: z.string(),
      category: z.string(),
      gearbox: z.enum(GEARBOXES),
      status: z.enum(VEHICLE_STATUSES),
      version: z.int(),
    }),
  );

export const bookingTypeResource = () =>
  named('BookingType', () =>
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(BOOKING_KINDS),
      minutes: z.int(),
      capacity: z.int(),
      price: money(),
      vatRate: z.number(),
      bufferMinutes: z.int(),
      needsVehicle: z.boolean(),
      cancellation: z.union([
        z.object({ hoursBefore: z.number() }),
        z.object({ workingDaysBefore: z.int(), clock: z.string() }),
      ]),
      lateFee: money().nullable(),
      noShowFee: money().nullable(),
      selfBooking: z.boolean(),
      active: z.boolean(),
      version: z.int(),
    }),
  );

const clockWindow = { from: z.string(), to: z.string() };

export const availabilityResource = () =>
  named('Availability', () =>
    z.object({
      teacherId: z.string(),
      weekly: z.array(z.object({ weekday: z.int(), ...clockWindow })),
      exceptions: z.array(
        z.object({ date: z.iso.date(), windows: z.array(z.object(clockWindow)) }),
      ),
      version: z.int(),
    }),
  );

export const calendarResource = () =>
  named('Calendar', () =>
    z.object({
      closedDays: z.array(z.object({ date: z.iso.date(), name: z.string() })),
      publicHolidays: z.enum(HOLIDAY_CALENDARS),
      version: z.int(),
    }),
  );

export const freeSlotResource = () =>
  named('FreeSlot', () => z.object({ startsAt: instant(), endsAt: instant() }));
