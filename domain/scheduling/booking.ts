import type { PersonId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Money } from '../shared/money.ts';
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
  price: Money;
  vatRate: number;
};

/** Long disputes are about the first and the last entries: the middle of a very long history goes. */
const MOST_HISTORY = 100;

export function withHistory(history: readonly HistoryEntry[], entry: HistoryEntry): HistoryEntry[] {
  const all = [...history, entry];
  return all.length <= MOST_HISTORY
    ? all
    : [...all.slice(0, 20), ...all.slice(all.length - MOST_HISTORY + 20)];
}

/** Those who still take part. */
export function bookedStudents(students: readonly Participation[]): PersonId[] {
  return students.filter(({ status }) => status !== 'cancelled').map(({ studentId }) => studentId);
}
