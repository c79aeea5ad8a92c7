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
  state: { status: string; heldUntil?: string; taught?: unknown; reason?: string };
  students: { studentId: string; status: string }[];
  fees: {
    studentId: string;
    reason: 'late_cancellation' | 'no_show';
    amount: Money;
    waived?: { reason: string; by: string; at: string };
  }[];
  terms: { capacity: number; lateFee: Money | null; noShowFee: Money | null };
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

/** The minutes a booking takes of each UTC day it touches. */
export function partsOf({ startsAt, endsAt }: Pick<StoredBooking, 'startsAt' | 'endsAt'>) {
  const parts = new Map<string, { s: number; e: number }>();
  const end = Date.parse(endsAt);
  for (let at = Date.parse(startsAt); at < end; ) {
    const day = new Date(at).toISOString().slice(0, 10);
    const midnight = Date.parse(`${day}T00:00:00Z`);
    const until = Math.min(end, midnight + 86_400_000);
    parts.set(day, {
      s: Math.floor((at - midnight) / 60_000),
      e: Math.ceil((until - midnight) / 60_000),
    });
    at = until;
  }
  return parts;
}
