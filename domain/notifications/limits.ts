import type { Instant } from '../shared/instant.ts';
import type { NotificationRow } from './notification.entity.ts';
import { isUrgent } from './quiet-hours.ts';

/**
 * How much goes out at once, so that one school cannot use up what the providers take from all of
 * them, and nobody's phone is flooded. Counters live outside the table's transactions: they may count
 * a message too many, never one too few.
 */
export type SendingLimits = {
  /** counts one message; when the limit is passed, the moment from which there is room again */
  take(limit: 'school' | 'number', whose: string, now: Instant): Promise<Instant | null>;
};

/** Until when a message waits for its turn; null: it goes now. `numberKey` is the number's keyed hash. */
export async function waitsForTurn(
  limits: SendingLimits,
  row: NotificationRow,
  numberKey: string | null,
  now: Instant,
): Promise<Instant | null> {
  if (isUrgent(row, now)) return null;
  const ofSchool = row.schoolId ? await limits.take('school', row.schoolId, now) : null;
  if (ofSchool || numberKey === null) return ofSchool;
  return limits.take('number', numberKey, now);
}
