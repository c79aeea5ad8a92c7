import { HOUR, type Instant, millisecondsBetween } from '../shared/instant.ts';
import { localClock, localDate, plusDays } from '../shared/time.ts';
import { isSecurity, type NotificationKind, type ToldOfBooking } from './notification.ts';

/** Times on the wall of the school, `21:00` to `08:00`. Two equal ones: no quiet hours. */
export type QuietHours = { from: string; to: string };

/** A change that comes this shortly before the lesson wakes people. */
const URGENT_WITHIN = 12 * HOUR;

/**
 * When the quiet hours end that hold at a moment, or null when none do. Judged by instants and not by
 * what the clock shows, so that the hour that comes twice is neither skipped nor held for ever.
 *
 *   21:00-08:00 in Copenhagen
 *     2026-11-23T20:30Z  (21:30)   -> 2026-11-24T07:00Z
 *     2027-03-28T00:30Z  (01:30)   -> 2027-03-28T06:00Z   the night is an hour shorter
 *     2027-10-31T00:30Z  (02:30)   -> 2027-10-31T07:00Z   the night is an hour longer
 */
export function quietUntil(
  now: Instant,
  { from, to }: QuietHours,
  timeZone: string,
): Instant | null {
  const today = localDate(now, timeZone);
  for (const date of [plusDays(today, -1), today]) {
    const begins = localClock(date, from, timeZone);
    const ends = localClock(from < to ? date : plusDays(date, 1), to, timeZone);
    if (from !== to && begins <= now && now < ends) return ends;
  }
  return null;
}

type Message = { kind: NotificationKind; booking?: ToldOfBooking | undefined };

/**
 * Whether a message goes out in quiet hours too: what concerns somebody's account, and a lesson that
 * is cancelled or moved when the old or the new time is less than twelve hours away.
 */
export function isUrgent({ kind, booking }: Message, now: Instant): boolean {
  if (isSecurity(kind)) return true;
  if (!booking || (kind !== 'booking_cancelled' && kind !== 'booking_moved')) return false;
  const starts = [booking.startsAt, booking.previously?.startsAt].filter((at) => at !== undefined);
  return starts.some((at) => {
    const left = millisecondsBetween(now, at);
    return left > 0 && left <= URGENT_WITHIN;
  });
}
