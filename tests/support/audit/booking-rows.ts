import type { Row } from '../../../domain/store/port.ts';

type Money = { amount: number; currency: string };

/** A booking as its row has it; spelled here once more, since the auditor does not ask the domain. */
export type StoredBooking = {
  schoolId: string;
  bookingId: string;
  bookingTypeId: string;
  teacherId: string;
  vehicleId?: string;
  startsAt: string;
  endsAt: string;
  bufferMinutes: number;
  state: { status: string; heldUntil?: string; taught?: { taughtBy: string }; reason?: string };
  students: { studentId: string; status: string }[];
  fees: {
    studentId: string;
    reason: 'late_cancellation' | 'no_show';
    amount: Money;
    waived?: { reason: string; by: string; at: string };
  }[];
  terms: {
    capacity: number;
    lateFee: Money | null;
    noShowFee: Money | null;
    price: Money;
    minutes: number;
  };
  price: number;
  vatRate: number;
  history: { at: string; by: string; what: string; from?: unknown; to?: unknown }[];
  createdAt: string;
};

export type StoredEntry = { s: number; e: number; b: number; st: string; u?: string };

/** States that take up their time for good. */
export const BLOCKING = ['confirmed', 'completed', 'no_show'];

export function bookingOf(row: Row): StoredBooking {
  return row as unknown as StoredBooking;
}

/** Without a `now` drafts are left out: whether their hold lasts cannot be told. */
export function blocksAt({ status, heldUntil }: StoredBooking['state'], now?: string): boolean {
  if (BLOCKING.includes(status)) return true;
  return status === 'draft' && now !== undefined && (heldUntil ?? '') > now;
}

/** Who and what a booking takes up: its teacher, its vehicle, and the students still in it. */
export function resourcesOf({ teacherId, vehicleId, students }: StoredBooking): string[] {
  const booked = students.filter(({ status }) => status !== 'cancelled');
  return [
    teacherId,
    ...(vehicleId ? [vehicleId] : []),
    ...booked.map(({ studentId }) => studentId),
  ];
}

/** The UTC days that a booking with its buffers touches, and all of it in minutes from their midnights. */
export function partsOf({
  startsAt,
  endsAt,
  bufferMinutes,
}: Pick<StoredBooking, 'startsAt' | 'endsAt' | 'bufferMinutes'>) {
  const parts = new Map<string, { s: number; e: number }>();
  const minute = (at: string) => Date.parse(at) / 60_000;
  const last = minute(endsAt) + bufferMinutes;
  for (let at = minute(startsAt) - bufferMinutes; at < last; at += 1440 - (at % 1440)) {
    const midnight = at - (at % 1440);
    const day = new Date(midnight * 60_000).toISOString().slice(0, 10);
    parts.set(day, { s: minute(startsAt) - midnight, e: minute(endsAt) - midnight });
  }
  return parts;
}
