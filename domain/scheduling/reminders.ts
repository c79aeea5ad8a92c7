import { HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts';
import { type Due, dueAt } from '../store/due.ts';
import type { BookingState } from './booking.ts';

/**
 * The next moment at which a booking needs something done: the end of a draft's hold, or the next
 * reminder after `after`. Reminders are elapsed hours before the lesson, so a night in which the
 * clocks change has each of them once. None once the lesson has begun.
 */
function nextDue(
  state: BookingState,
  startsAt: Instant,
  lessonHours: readonly number[],
  after: Instant,
): Instant | null {
  switch (state.status) {
    case 'draft':
      return state.heldUntil;
    case 'confirmed': {
      const moments = lessonHours
        .map((hours) => plusMilliseconds(startsAt, -hours * HOUR))
        .filter((moment) => moment > after && moment < startsAt)
        .sort();
      return moments[0] ?? null;
    }
    case 'completed':
    case 'cancelled':
    case 'no_show':
      return null;
  }
}

/** The due attributes of a booking's row; none when nothing is due any more. */
export function dueOf(
  bookingId: string,
  state: BookingState,
  startsAt: Instant,
  lessonHours: readonly number[],
  after: Instant,
): Partial<Due> {
  const next = nextDue(state, startsAt, lessonHours, after);
  return next ? dueAt(next, bookingId) : {};
}

/**
 * Which reminder to send now, if any: of those whose moment has come, the latest. A run after a gap
 * thus sends "in 2 hours" and not, beside it, a stale "tomorrow"; after the start it sends nothing.
 */
export function reminderNow(
  startsAt: Instant,
  lessonHours: readonly number[],
  sentFor: Instant | undefined,
  now: Instant,
): number | null {
  if (startsAt <= now) return null;
  const due = lessonHours
    .filter((hours) => {
      const moment = plusMilliseconds(startsAt, -hours * HOUR);
      return moment <= now && (sentFor === undefined || moment >= sentFor);
    })
    .sort((a, b) => a - b);
  return due[0] ?? null;
}
