import { signatureReminderDue } from '../../events/learning.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { EventId, Id, PersonId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import type { Decision } from '../store/store.ts';
import type { DueKind } from '../store/sweep-due.ts';
import { create, replace } from '../store/write.ts';
import { type LessonRow, lessonEntity } from './lesson.entity.ts';
import { lessonId, signableNow } from './lesson.ts';
import { readLesson } from './read-lessons.ts';
import { nextSignatureReminder, signatureRemindersNow } from './reminders.ts';
import { warningEntity } from './warning.entity.ts';

const PK = /^(?<schoolId>sch_[0-9a-z]{26})#stu#(?<studentId>per_[0-9a-z]{26})$/;
const SK = /^les#(?<bookingId>bkg_[0-9a-z]{26})$/;

/**
 * Lessons that wait for their student's signature. A reminder is claimed by moving the row's due time
 * on in the transaction that tells of it, and leaves a row as evidence: each is given once.
 */
export const dueLessons: DueKind = {
  name: 'lesson',
  owns: ({ pk, sk }) => PK.test(pk) && SK.test(sk),
  async carryOut(context, { pk, sk }) {
    const { schoolId = '', studentId = '' } = PK.exec(pk)?.groups ?? {};
    const { bookingId = '' } = SK.exec(sk)?.groups ?? {};
    const eventId = context.newId('evt');
    await context.store.transact(context, async (): Promise<Decision<undefined>> => {
      const lesson = await readLesson(context.store, schoolId, studentId, bookingId);
      // The index may be behind: what the row says now decides.
      if (!lesson?.dueAt || lesson.dueAt > context.now()) return { writes: [], result: undefined };
      return planReminder(context, lesson, eventId);
    });
  },
};

async function planReminder(
  context: Context,
  lesson: LessonRow,
  eventId: EventId,
): Promise<Decision<undefined>> {
  const { schoolId, studentId, bookingId } = lesson;
  const now = context.now();
  const { settings } = await readSettings(context.store, schoolId);
  const hours = settings.reminders.signatureHours;
  const { due, give } = signatureRemindersNow(lesson, hours, now);
  const reminded = [...lesson.reminded, ...due];
  const bare = { ...notDue(lesson), reminded, version: lesson.version + 1 } as LessonRow;
  const next = nextSignatureReminder(bare, hours, now);
  const row = { ...bare, ...(next && dueAt(next, bookingId)) };
  const write = replace(lessonEntity, row);
  if (give === null) return { writes: [write], result: undefined };
  const moduleIds = signableNow(lesson);
  const about = { kind: 'signature' as const, bookingId, moduleIds, hoursAfter: give };
  const event = signatureReminderDue.of(
    schoolId as SchoolId,
    { id: lessonId(row), version: row.version },
    {
      studentId: studentId as PersonId,
      bookingId: bookingId as Id<'bkg'>,
      teacherId: lesson.taughtBy,
      moduleIds,
      hoursAfter: give,
    },
  );
  return {
    writes: [write, create(warningEntity.create({ schoolId, studentId, eventId, about, at: now }))],
    events: [{ ...event, id: eventId }],
    result: undefined,
  };
}
