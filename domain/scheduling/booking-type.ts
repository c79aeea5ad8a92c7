import type { Id } from '../shared/ids.ts';
import type { Money } from '../shared/money.ts';
import type { ClockTime } from '../shared/time.ts';

export const BOOKING_KINDS = ['theory', 'road', 'manoeuvring', 'skid', 'test', 'other'] as const;
export type BookingKind = (typeof BOOKING_KINDS)[number];

/** A move of a group to another day rewrites two rows a head: more would not fit one transaction. */
export const MOST_STUDENTS = 45;
export const SHORTEST_MINUTES = 5;
export const LONGEST_MINUTES = 600;

/**
 * Until when a student may cancel free of charge: elapsed hours before the start, or a time on the
 * wall so many working days before the day of the lesson.
 */
export type CancellationPolicy =
  | { hoursBefore: number }
  | { workingDaysBefore: number; clock: ClockTime };

/** What can be booked: its length, size, price and the terms of leaving it. Prices include VAT. */
export type BookingType = {
  id: Id<'bty'>;
  name: string;
  kind: BookingKind;
  minutes: number;
  capacity: number;
  price: Money;
  vatRate: number;
  bufferMinutes: number;
  needsVehicle: boolean;
  cancellation: CancellationPolicy;
  lateFee: Money | null;
  noShowFee: Money | null;
  selfBooking: boolean;
  active: boolean;
  version: number;
};
