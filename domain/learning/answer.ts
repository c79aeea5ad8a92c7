import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import type { Id, PersonId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { addEntry, type Said } from './add-entry.ts';
import type { EntryView } from './entry-view.ts';
import { storedEntryView } from './entry-view.ts';
import type { LessonRow } from './lesson.entity.ts';
import type { Signing } from './lesson.ts';
import { pauseEntity } from './pause.entity.ts';
import { isTeaching } from './pause.ts';
import { pauseSince, writePause } from './plan-lessons.ts';
import { lastTaughtOn } from './progress.ts';
import { readLessons } from './read-lessons.ts';
import { readRecord } from './read-record.ts';
import { type RecordScene, requireCompleted, requireTeacher } from './record-scene.ts';
import { signingOf, withSigning } from './sign.ts';

/** What is answered: an entry of a student's record, about a module. */
export type Question = { studentId: string; moduleId: Id<'mod'>; signatureId: Id<'sig'> };

/**
 * The other party accepts or rejects: the student a correction, the teacher who taught an objection.
 * An accepted correction is in force from then on; an accepted objection takes the module out of the
 * lesson until a correction puts it right; after a rejection everything stands as it was. Throws
 * `forbidden` for anybody else, `not_found`, and `conflict` for what was answered already.
 */
export async function answerEntry(
  context: Context,
  school: SchoolRow,
  personId: PersonId,
  question: Question,
  accepts: boolean,
): Promise<EntryView> {
  const { studentId, moduleId, signatureId } = question;
  const about = async () => ({
    ...{ studentId, moduleId },
    bookingId: await findOpen(context, school.schoolId, question),
  });
  return addEntry(context, school, personId, about, (scene, now) => {
    const lesson = requireCompleted(scene);
    const signing = signingOf(lesson, moduleId);
    if (signing.openCorrection?.id === signatureId) {
      if (personId !== studentId) throw notTheOther();
      return answerCorrection(context, scene, lesson, signing, accepts, now);
    }
    if (signing.openDispute !== signatureId) throw answered();
    if (personId === studentId) throw notTheOther();
    requireTeacher(scene, personId);
    const { openDispute: _, ...rest } = signing;
    return {
      ...{ kind: accepts ? 'dispute_accepted' : 'dispute_rejected', role: 'teacher' },
      ...{ answers: signatureId, personal: {} },
      lesson: withSigning(lesson, moduleId, {
        ...rest,
        ...(accepts && { counts: false as const }),
      }),
    };
  });
}

function answerCorrection(
  context: Context,
  scene: RecordScene,
  lesson: LessonRow,
  signing: Signing,
  accepts: boolean,
  now: Instant,
): Said {
  const { openCorrection, ...rest } = signing;
  if (!openCorrection) throw answered();
  const { change } = openCorrection;
  const answer = { role: 'student', answers: openCorrection.id, personal: {} } as const;
  const moduleId = scene.module.id;
  if (!accepts) {
    return { kind: 'correction_rejected', ...answer, lesson: withSigning(lesson, moduleId, rest) };
  }
  const { counts: _, ...standing } = rest;
  const { covered = true, ...facts } = change;
  const corrected = covered ? standing : { ...standing, counts: false as const };
  return {
    ...{ kind: 'correction_accepted', ...answer, change },
    lesson: { ...facts, ...withSigning(lesson, moduleId, corrected) },
    writes: (lessons) => planPause(context, scene, lesson, lessons, now),
  };
}

/** Another last day of teaching is another pause. */
async function planPause(
  { store }: Context,
  { school, settings, plan }: RecordScene,
  { studentId, kind }: LessonRow,
  lessons: readonly LessonRow[],
  now: Instant,
): Promise<TransactItem[]> {
  if (!isTeaching(kind)) return [];
  const { schoolId, timeZone } = school;
  const row = await store.get(pauseEntity, pauseEntity.get({ schoolId, studentId }));
  const last = lastTaughtOn(lessons, timeZone);
  if (last === (row?.lastTaughtOn ?? null)) return [];
  const warnDays = plan.pause.warnDays ?? settings.learning.pauseWarnDays;
  const known = row ?? { schoolId, studentId, handled: [], version: 0 };
  return [writePause(pauseSince(known, last, { warnDays, timeZone }, now))];
}

/** The booking whose lesson waits for an answer to this entry. Throws `conflict` for an answered one, `not_found`. */
async function findOpen(
  { store }: Context,
  schoolId: string,
  { studentId, moduleId, signatureId }: Question,
): Promise<string> {
  const lessons = await readLessons(store, schoolId, studentId);
  const open = lessons.find(({ signings }) => {
    const signing = signings[moduleId];
    return signing?.openDispute === signatureId || signing?.openCorrection?.id === signatureId;
  });
  if (open) return open.bookingId;
  const { entries } = await readRecord(store, schoolId, studentId);
  const asked = entries
    .map(storedEntryView)
    .find((entry) => entry?.id === signatureId && entry.moduleId === moduleId);
  if (asked?.kind === 'dispute' || asked?.kind === 'correction') throw answered();
  throw notFound('This correction');
}

function answered(): DomainError {
  return new DomainError('conflict', 'This was answered already.');
}

function notTheOther(): DomainError {
  return new DomainError('forbidden', 'Only the other party may accept or reject this.');
}
