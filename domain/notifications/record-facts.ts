import { readLessonToSign } from '../learning/lesson-to-sign.ts';
import { readPeople } from '../people/read-people.ts';
import { findBooking } from '../scheduling/booking-scope.ts';
import { bookingTypeEntity } from '../scheduling/booking-type.entity.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Context } from '../store/context.ts';
import type { BookingFacts } from './booking-facts.ts';
import type { NotificationRow } from './notification.entity.ts';
import type { NotificationStatus, RecordMessage, Times } from './notification.ts';

/** What a message about a lesson in a student's record says, read again just before it goes. */
export type RecordFacts = {
  kind: BookingFacts['kind'];
  /** the actual ones */
  times: Times;
  timeZone: string;
  typeName: string | null;
  teacherName: string | null;
  studentName: string | null;
  role: 'student' | 'teacher';
  /** titles: those that wait for a signature when one is asked for, else those the message is about */
  modules: readonly string[];
  /** the end of the record as it is now */
  head: { count: number; hash: string };
};

type NotSent = { notSent: { status: NotificationStatus; error: string } };

/** The messages that ask for a signature, and are needless once there is one. */
const ASKING: readonly RecordMessage[] = ['signature_request', 'signature_reminder'];

/** The facts of a message about a record, or why it is not to be sent any more. */
export async function recordFacts(
  { store }: Context,
  { about, kind, personId }: NotificationRow & { kind: RecordMessage },
  { schoolId, timeZone }: SchoolRow,
): Promise<{ facts: RecordFacts } | NotSent> {
  const { studentId = '', bookingId = '', moduleId } = about;
  const [found, booking] = await Promise.all([
    readLessonToSign(store, schoolId, studentId, bookingId),
    findBooking(store, schoolId, bookingId),
  ]);
  if (!found) return { notSent: { status: 'expired', error: 'no_lesson' } };
  const { lesson, modules, head } = found;
  const asking = ASKING.includes(kind);
  const told = modules.filter((module) =>
    asking ? module.state === 'awaiting_student' : moduleId === module.moduleId,
  );
  if (asking && told.length === 0) {
    return { notSent: { status: 'superseded', error: 'nothing_to_sign' } };
  }
  const [people, type] = await Promise.all([
    readPeople(store, schoolId, [lesson.taughtBy, studentId]),
    booking &&
      store.get(
        bookingTypeEntity,
        bookingTypeEntity.get({ schoolId, bookingTypeId: booking.bookingTypeId }),
      ),
  ]);
  const nameOf = (id: string) => people.get(id)?.membership.name ?? null;
  return {
    facts: {
      kind: lesson.kind,
      times: { startsAt: lesson.startedAt, endsAt: lesson.endedAt },
      timeZone,
      typeName: type?.name ?? null,
      teacherName: nameOf(lesson.taughtBy),
      studentName: nameOf(studentId),
      role: personId === studentId ? 'student' : 'teacher',
      modules: told.map(({ title }) => title),
      head,
    },
  };
}
