import { randomBytes } from 'node:crypto';
import type { PendingEvent } from '../../events/define.ts';
import { moduleVerified } from '../../events/learning.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Id, PersonId, SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { localDate, localText } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import type { TransactItem } from '../store/port.ts';
import { create, replace } from '../store/write.ts';
import { chainEntity } from './chain.entity.ts';
import { append, EMPTY_CHAIN } from './chain.ts';
import type { EntryContent, PersonalPart, ShownLesson } from './entry.ts';
import { eventOf } from './entry-events.ts';
import { type EntryView, entryView } from './entry-view.ts';
import { type LessonRow, lessonEntity } from './lesson.entity.ts';
import { minutesOf, signableNow } from './lesson.ts';
import { personalPartEntity } from './personal-part.entity.ts';
import { verifiedLessons } from './progress.ts';
import { readLessons } from './read-lessons.ts';
import { recordEntryEntity } from './record.entity.ts';
import { type RecordScene, readRecordScene, type Target } from './record-scene.ts';
import { nextSignatureReminder } from './reminders.ts';
import { sequenceKey } from './sequence.ts';

/** What somebody says of a lesson, and what becomes of the lesson by it. */
export type Said = Pick<EntryContent, 'kind' | 'role' | 'change' | 'answers'> & {
  personal: Omit<PersonalPart, 'salt'>;
  lesson: Pick<LessonRow, 'signings'> & Partial<LessonRow>;
  /** further rows that this changes */
  writes?: (lessons: readonly LessonRow[]) => Promise<TransactItem[]>;
};

/**
 * Adds one entry to a student's record: what `judge` makes of the scene. Entry, personal part, head of
 * the chain, lesson and event commit together; head and lesson are replaced under the versions that
 * were read, so of two at once one decides again, on what the other left.
 *
 *   A reads head 7, lesson v3 ─ writes entry 8, head 8 if 7 ✓
 *   B reads head 7, lesson v3 ─ writes entry 8, head 8 if 7 ✗ -> reads again: already signed
 */
export async function addEntry(
  context: Context,
  school: SchoolRow,
  by: PersonId,
  about: Target | (() => Promise<Target>),
  judge: (scene: RecordScene, now: Instant, signatureId: Id<'sig'>) => Said,
): Promise<EntryView> {
  const signatureId = context.newId('sig');
  const salt = randomBytes(16).toString('hex');
  return context.store.transact(context, async () => {
    const now = context.now();
    const target = typeof about === 'function' ? await about() : about;
    const scene = await readRecordScene(context, school, target);
    const said = judge(scene, now, signatureId);
    const lesson = nextLesson(scene, said.lesson, now);
    const personal = { salt, ...said.personal };
    const { entry, content, head } = append(scene.chain ?? EMPTY_CHAIN, {
      ...{ kind: said.kind, signatureId, by, role: said.role, at: now, personal },
      ...{ schoolId: school.schoolId as SchoolId, studentId: target.studentId as PersonId },
      ...{ moduleId: scene.module.id, bookingId: target.bookingId as Id<'bkg'> },
      shown: { lesson: shownLesson(lesson, school), module: shownModule(scene) },
      ...(said.change && { change: said.change }),
      ...(said.answers && { answers: said.answers }),
      localAt: localText(now, school.timeZone),
    });
    const owner = { schoolId: school.schoolId, studentId: target.studentId };
    const key = { ...owner, sequenceKey: sequenceKey(entry.sequence) };
    const chain = { ...owner, ...head, version: (scene.chain?.version ?? 0) + 1 };
    const counts = COUNTING.includes(said.kind);
    const lessons =
      counts || said.writes
        ? await readLessons(context.store, owner.schoolId, owner.studentId)
        : [];
    const after = lessons.map((row) => (row.bookingId === lesson.bookingId ? lesson : row));
    return {
      writes: [
        scene.chain ? replace(chainEntity, chain) : create(chainEntity.create(chain)),
        create(recordEntryEntity.create({ ...key, content: entry.content, hash: entry.hash })),
        create(personalPartEntity.create({ ...key, personal })),
        replace(lessonEntity, lesson),
        ...((await said.writes?.(after)) ?? []),
      ],
      events: [
        eventOf(content, entry.hash, undefined, asking(scene, said.kind)),
        ...(counts ? verifiedNow(scene, content, entry.hash, lessons, after) : []),
      ],
      result: entryView(entry, content),
    };
  });
}

/** Whether a teacher's signature is the first of this lesson that waits for the student. */
function asking({ lesson }: RecordScene, kind: EntryContent['kind']): object {
  return kind === 'teacher_signature'
    ? { asks: lesson !== null && signableNow(lesson).length === 0 }
    : {};
}

/** After these a lesson may count that did not before. */
const COUNTING: readonly EntryContent['kind'][] = [
  'student_signature',
  'correction_accepted',
  'dispute_rejected',
];

function nextLesson(
  { lesson, settings }: RecordScene,
  change: Said['lesson'],
  now: Instant,
): LessonRow {
  if (!lesson) throw new Error('an entry is about a lesson that was completed');
  const next = { ...notDue(lesson), ...change, version: lesson.version + 1 } as LessonRow;
  const reminder = nextSignatureReminder(next, settings.reminders.signatureHours, now);
  return { ...next, ...(reminder && dueAt(reminder, next.bookingId)) };
}

function shownLesson(lesson: LessonRow, { timeZone }: SchoolRow): ShownLesson {
  const { kind, status, startedAt, endedAt, taughtBy } = lesson;
  return {
    ...{ kind, status, startedAt, endedAt, timeZone },
    date: localDate(startedAt, timeZone),
    minutes: minutesOf(lesson),
    teacherId: taughtBy,
  };
}

function shownModule({ plan, module }: RecordScene): EntryContent['shown']['module'] {
  const { title, section, kind } = module;
  const { lessonPlanId, version } = plan;
  return { ...{ title, section, kind }, lessonPlanId, planVersion: version };
}

/** The event of a module that this entry brought to its required number of lessons. */
function verifiedNow(
  { plan, module }: RecordScene,
  content: EntryContent,
  hash: string,
  before: readonly LessonRow[],
  after: readonly LessonRow[],
): PendingEvent[] {
  const { required } = module;
  const verified = verifiedLessons(plan, module.id, after);
  if (verified < required || verifiedLessons(plan, module.id, before) >= required) return [];
  return [eventOf(content, hash, moduleVerified, { verified, required })];
}
