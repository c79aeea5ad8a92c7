import {
  DAY,
  HOUR,
  type Instant,
  MINUTE,
  millisecondsBetween,
  plusMilliseconds,
} from '../shared/instant.ts';

/** Tries by the queue, seconds apart; then the row waits for the sweep. */
export const QUICK_TRIES = 3;
/** From the first try to the last. */
export const TRIED_FOR = DAY;
const FIRST_STEP = 5 * MINUTE;
const LONGEST_STEP = 6 * HOUR;

/**
 * When a delivery is tried again: 5 minutes after the third try, then 15, 45, 2 h 15, then every six
 * hours, the last time a day after the first. Null: that was the last.
 */
export function nextAttempt(
  { attempts, firstTriedAt }: { attempts: number; firstTriedAt?: string | undefined },
  { retryAfterSeconds }: { retryAfterSeconds: number | null },
  now: Instant,
): Instant | null {
  const first = (firstTriedAt ?? now) as Instant;
  if (millisecondsBetween(first, now) >= TRIED_FOR) return null;
  const step = Math.min(LONGEST_STEP, FIRST_STEP * 3 ** Math.max(0, attempts - QUICK_TRIES));
  const next = plusMilliseconds(now, Math.max(step, (retryAfterSeconds ?? 0) * 1000));
  const last = plusMilliseconds(first, TRIED_FOR);
  return next < last ? next : last;
}
