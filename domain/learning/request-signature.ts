import { signatureRequested } from '../../events/learning.ts';
import { findBooking } from '../scheduling/booking-scope.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import type { Id, PersonId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { lessonEntity } from './lesson.entity.ts';
import { awaitingStudent, lessonId, signableNow } from './lesson.ts';
import { readLesson } from './read-lessons.ts';

/**
 * Asks the student once more to sign what the teacher has signed of a lesson. Throws `not_found`,
 * `lesson_not_taught`, `awaiting_teacher` while there is nothing to sign, `already_signed`, and
 * `conflict` while an objection to it is not answered.
 */
export async function requestSignature(
  context: Context,
  schoolId: string,
  studentId: string,
  bookingId: string,
): Promise<{ moduleIds: string[] }> {
  const { store } = context;
  return store.transact(context, async () => {
    const [lesson, booking] = await Promise.all([
      readLesson(store, schoolId, studentId, bookingId),
      findBooking(store, schoolId, bookingId),
    ]);
    if (!booking?.students.some((part) => part.studentId === studentId)) {
      throw notFound('This booking');
    }
    if (lesson?.status !== 'attended') {
      throw new DomainError('lesson_not_taught', 'This lesson was not taught to the student.');
    }
    const moduleIds = signableNow(lesson);
    if (moduleIds.length === 0) {
      if (awaitingStudent(lesson).length > 0) {
        throw new DomainError(
          'conflict',
          'The student objected to this lesson: answer that first.',
        );
      }
      const signed = Object.values(lesson.signings).some((signing) => signing?.studentSignedAt);
      throw signed
        ? new DomainError('already_signed', 'The student has signed this lesson.')
        : new DomainError('awaiting_teacher', 'The teacher has not signed this lesson yet.');
    }
    const next = { ...lesson, version: lesson.version + 1 };
    const event = signatureRequested.of(
      schoolId as SchoolId,
      { id: lessonId(next), version: next.version },
      {
        studentId: studentId as PersonId,
        bookingId: bookingId as Id<'bkg'>,
        teacherId: lesson.taughtBy,
        moduleIds,
      },
    );
    return { writes: [replace(lessonEntity, next)], events: [event], result: { moduleIds } };
  });
}
