import type { Id, PersonId } from '../shared/ids.ts';
import { type Instant, MINUTE, millisecondsBetween } from '../shared/instant.ts';
import type { Change } from './entry.ts';

/** What one (student, module, booking) has come to: who signed, what is objected to. */
export type Signing = {
  teacherSignedAt?: Instant;
  studentSignedAt?: Instant;
  /** the dispute that the teacher has not answered yet */
  openDispute?: Id<'sig'>;
  /** the correction that the student has not answered yet */
  openCorrection?: { id: Id<'sig'>; change: Change };
  /** false: an accepted dispute or correction took the module out of this lesson */
  counts?: false;
};

/** A lesson as one student had it: the part of a completed booking that their record is about. */
export type LessonFacts = {
  status: 'attended' | 'no_show';
  startedAt: Instant;
  endedAt: Instant;
  taughtBy: PersonId;
  /** the modules that the booking covered; none named: whatever is signed */
  moduleIds: Id<'mod'>[];
  signings: Partial<Record<Id<'mod'>, Signing>>;
};

/** Whole minutes that were really taught. */
export function minutesOf({ startedAt, endedAt }: Pick<LessonFacts, 'startedAt' | 'endedAt'>) {
  return Math.floor(millisecondsBetween(startedAt, endedAt) / MINUTE);
}

/** The modules of a lesson that the teacher has signed and the student has not. */
export function awaitingStudent({
  status,
  signings,
}: Pick<LessonFacts, 'status' | 'signings'>): Id<'mod'>[] {
  if (status !== 'attended') return [];
  return (Object.entries(signings) as [Id<'mod'>, Signing][])
    .filter(([, signing]) => isAwaiting(signing))
    .map(([moduleId]) => moduleId);
}

/** Of those, what the student may sign now: not what they objected to and nobody has answered yet. */
export function signableNow(lesson: Pick<LessonFacts, 'status' | 'signings'>): Id<'mod'>[] {
  return awaitingStudent(lesson).filter((id) => lesson.signings[id]?.openDispute === undefined);
}

export function isAwaiting({ teacherSignedAt, studentSignedAt, counts }: Signing): boolean {
  return teacherSignedAt !== undefined && studentSignedAt === undefined && counts !== false;
}

/** A lesson of one student, as events name it: many students may have one booking. */
export function lessonId({
  bookingId,
  studentId,
}: {
  bookingId: string;
  studentId: string;
}): string {
  return `${bookingId}/${studentId}`;
}
