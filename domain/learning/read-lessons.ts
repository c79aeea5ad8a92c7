import type { Store } from '../store/store.ts';
import { type LessonRow, lessonEntity } from './lesson.entity.ts';

/** What a completed booking taught a student, and how far its signing has come; null before it is completed. */
export function readLesson(
  store: Store,
  schoolId: string,
  studentId: string,
  bookingId: string,
): Promise<LessonRow | null> {
  return store.get(lessonEntity, lessonEntity.get({ schoolId, studentId, bookingId }));
}

/** Everything a student was taught, in one query: about 50 rows over a whole education. */
export function readLessons(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<LessonRow[]> {
  return store.all(lessonEntity, lessonEntity.query.byBooking({ schoolId, studentId }));
}
