import { LONGEST_MINUTES } from '../scheduling/booking-type.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError, invalidField } from '../shared/errors.ts';
import type { PersonId } from '../shared/ids.ts';
import { type Instant, MINUTE, millisecondsBetween, plusMilliseconds } from '../shared/instant.ts';
import { readInstant } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { addEntry } from './add-entry.ts';
import type { Change } from './entry.ts';
import type { EntryView } from './entry-view.ts';
import type { LessonRow } from './lesson.entity.ts';
import { requireCompleted, requireTeacher, type Target } from './record-scene.ts';
import { signingOf, withSigning } from './sign.ts';

/** A correction as the teacher writes it. `minutes` says the end by the start. */
export type Correction = {
  change: {
    startedAt?: string | undefined;
    endedAt?: string | undefined;
    minutes?: number | undefined;
    status?: 'attended' | 'no_show' | undefined;
    covered?: boolean | undefined;
  };
  reason: string;
};

/**
 * The teacher who taught a lesson proposes to correct what is recorded of it. It stands as it was
 * until the student accepts. Throws `forbidden`, `lesson_not_taught`, `invalid`, `not_found`, and
 * `conflict` while an earlier correction of it is unanswered.
 */
export async function correctLesson(
  context: Context,
  school: SchoolRow,
  teacherId: PersonId,
  target: Target,
  { change, reason }: Correction,
): Promise<EntryView> {
  return addEntry(context, school, teacherId, target, (scene, now, id) => {
    requireTeacher(scene, teacherId);
    const lesson = requireCompleted(scene);
    const signing = signingOf(lesson, scene.module.id);
    if (signing.openCorrection) {
      throw new DomainError('conflict', 'A correction of this lesson is not answered yet.');
    }
    const meant = readChange(lesson, change, school.timeZone, now);
    const openCorrection = { id, change: meant };
    return {
      ...{ kind: 'correction', role: 'teacher', change: meant },
      personal: { text: reason },
      lesson: withSigning(lesson, scene.module.id, { ...signing, openCorrection }),
    };
  });
}

/** What a correction would change, in instants. Throws `invalid` for a lesson that cannot have been. */
function readChange(
  lesson: Pick<LessonRow, 'startedAt' | 'endedAt'>,
  { startedAt, endedAt, minutes, status, covered }: Correction['change'],
  timeZone: string,
  now: Instant,
): Change {
  const start =
    startedAt === undefined ? undefined : readInstant(startedAt, timeZone, '/change/startedAt');
  const from = start ?? lesson.startedAt;
  const end =
    endedAt !== undefined
      ? readInstant(endedAt, timeZone, '/change/endedAt')
      : minutes !== undefined
        ? plusMilliseconds(from, minutes * MINUTE)
        : undefined;
  const length = millisecondsBetween(from, end ?? lesson.endedAt);
  const path = end === undefined ? '/change/startedAt' : '/change/endedAt';
  if (length <= 0)
    throw invalidField(path, 'invalid', `${path}: must leave an end after the start.`);
  if (length > LONGEST_MINUTES * MINUTE) {
    throw invalidField(
      path,
      'too_long',
      `${path}: no lesson is longer than ${LONGEST_MINUTES} minutes.`,
    );
  }
  if ((end ?? from) > now) throw invalidField(path, 'invalid', `${path}: lies in the future.`);
  return {
    ...(start && { startedAt: start }),
    ...(end && { endedAt: end }),
    ...(status && { status }),
    ...(covered !== undefined && { covered }),
  };
}
