import { DomainError } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import type { BookingRow } from './booking.entity.ts';

/** The reason on a draft that nobody confirmed in time. */
const HOLD_EXPIRED = 'hold_expired';

/** What becomes of a draft when its hold has run out; null while it lasts, and of everything else. */
export function runOut(
  { state, students }: Pick<BookingRow, 'state' | 'students'>,
  now: Instant,
): Pick<BookingRow, 'state' | 'students'> | null {
  if (state.status !== 'draft' || state.heldUntil > now) return null;
  return {
    state: {
      status: 'cancelled',
      cancelledAt: state.heldUntil,
      by: 'sweep',
      reason: HOLD_EXPIRED,
      onBehalfOf: 'school',
    },
    students: students.map((part) => ({ ...part, status: 'cancelled' })),
  };
}

/**
 * A booking as it is by the clock: a draft whose hold has run out is cancelled from that moment on,
 * also in the minutes until the sweep writes it down. For whoever looks; whoever decides reads the row.
 */
export function asOf(booking: BookingRow, now: Instant): BookingRow {
  return { ...booking, ...runOut(booking, now) };
}

/** Whether it is a draft, or was one to its end: nobody who would take part was told of it. */
export function neverConfirmed({ state }: Pick<BookingRow, 'state'>): boolean {
  return state.status === 'draft' || hasRunOut({ state });
}

/** Whether it is a draft that the sweep found after its hold. */
export function hasRunOut({ state }: Pick<BookingRow, 'state'>): boolean {
  return state.status === 'cancelled' && state.by === 'sweep' && state.reason === HOLD_EXPIRED;
}

/** A draft whose hold has run out is no booking any more, swept or not. Throws `hold_expired`. */
export function requireHeld(booking: BookingRow, now: Instant): void {
  if (runOut(booking, now)) throw holdExpired();
}

export function holdExpired(): DomainError {
  return new DomainError('hold_expired', 'The hold on this time has run out; please book again.');
}
