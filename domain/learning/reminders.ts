import { HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts';
import { type LessonFacts, signableNow } from './lesson.ts';

/** What of a lesson tells when its student is reminded to sign. */
export type Unsigned = Pick<LessonFacts, 'status' | 'signings'> & { reminded: readonly number[] };

/** Since when a lesson waits for its student: the first of the teacher's signatures that stands alone. */
function awaitingSince(lesson: Unsigned): Instant | null {
  const waiting = signableNow(lesson).map((id) => lesson.signings[id]?.teacherSignedAt as Instant);
  return waiting.sort()[0] ?? null;
}

/** When the next reminder is due; what should have been already is due now. None left: null. */
export function nextSignatureReminder(
  lesson: Unsigned,
  hours: readonly number[],
  now: Instant,
): Instant | null {
  const since = awaitingSince(lesson);
  const [next] = hours.filter((hour) => !lesson.reminded.includes(hour)).sort((a, b) => a - b);
  if (since === null || next === undefined) return null;
  const moment = plusMilliseconds(since, next * HOUR);
  return moment > now ? moment : now;
}

/** The reminders whose hour has come, and the one of them to send: after a gap only the latest. */
export function signatureRemindersNow(
  lesson: Unsigned,
  hours: readonly number[],
  now: Instant,
): { due: number[]; give: number | null } {
  const since = awaitingSince(lesson);
  if (since === null) return { due: [], give: null };
  const due = hours
    .filter((hour) => !lesson.reminded.includes(hour))
    .filter((hour) => plusMilliseconds(since, hour * HOUR) <= now)
    .sort((a, b) => a - b);
  return { due, give: due.at(-1) ?? null };
}
