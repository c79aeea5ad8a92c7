import type { PersonId } from '../shared/ids.ts';
import { type Instant, MINUTE, millisecondsBetween } from '../shared/instant.ts';
import { type Money, proportionally } from '../shared/money.ts';
import type { CancellationPolicy } from './booking-type.ts';

export const BOOKING_STATUSES = [
  'draft',
  'confirmed',
  'completed',
  'cancelled',
  'no_show',
] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/**
 * Where a booking stands, and what is known only there.
 *
 *   draft ──confirm──> confirmed ──complete──> completed | no_show
 *     └──hold runs out, cancel──> cancelled <──cancel──┘
 */
export type BookingState =
  | { status: 'draft'; heldUntil: Instant }
  | { status: 'confirmed' }
  | { status: 'completed' | 'no_show'; taught: Taught }
  | {
      status: 'cancelled';
      cancelledAt: Instant;
      by: string;
      reason: string;
      onBehalfOf: 'school' | 'student';
    };

/** What really happened: the teacher's account of the lesson. */
export type Taught = {
  startedAt: Instant;
  endedAt: Instant;
  taughtBy: PersonId;
  completedAt: Instant;
};

export type Participation = {
  studentId: PersonId;
  status: 'booked' | 'cancelled' | 'attended' | 'no_show';
};

/** A fee that a student owes for this booking; waived ones are kept, with who waived them and why. */
export type BookingFee = {
  studentId: PersonId;
  reason: 'late_cancellation' | 'no_show';
  amount: Money;
  waived?: { reason: string; by: string; at: Instant };
};

export type HistoryEntry = {
  at: Instant;
  by: string;
  what: HistoryWhat;
  from?: unknown;
  to?: unknown;
};
export type HistoryWhat =
  | 'created'
  | 'confirmed'
  | 'moved'
  | 'changed'
  | 'students_added'
  | 'student_cancelled'
  | 'student_removed'
  | 'cancelled'
  | 'hold_expired'
  | 'completed'
  | 'fee_waived'
  | 'overridden';

/** What was agreed when it was booked: a later change of the type does not reach back. */
export type BookingTerms = {
  cancellation: CancellationPolicy;
  lateFee: Money | null;
  noShowFee: Money | null;
  capacity: number;
  /** what each student pays for so many `minutes` */
  price: Money;
  minutes: number;
};

/**
 * What a booking costs each student, in minor units: the agreed price by the minutes that pass between
 * start and end, whatever the clocks do meanwhile. 01:30-04:00 on the wall of 2027-03-28 in Copenhagen
 * are 90 minutes, twice the price of 45.
 */
export function priceOf(
  { price, minutes }: Pick<BookingTerms, 'price' | 'minutes'>,
  { startsAt, endsAt }: { startsAt: Instant; endsAt: Instant },
): number {
  const elapsed = millisecondsBetween(startsAt, endsAt) / MINUTE;
  return proportionally(price.amount, elapsed, minutes);
}

/** Long disputes are about the first and the last entries: the middle of a very long history goes. */
const MOST_HISTORY = 100;

/**
 * The history with one entry more. Clocks differ between machines, and who began first may come last:
 * no entry is dated before the one that it follows.
 */
export function withHistory(history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  const last = history.at(-1);
  const at = last && last.at > entry.at ? last.at : entry.at;
  const all = [...history, { ...entry, at }];
  return all.length <= MOST_HISTORY
    ? all
    : [...all.slice(0, 20), ...all.slice(all.length - MOST_HISTORY + 20)];
}

/** Those who still take part. */
export function bookedStudents(students: readonly Participation[]): PersonId[] {
  return students.filter(({ status }) => status !== 'cancelled').map(({ studentId }) => studentId);
}
