import type { EntityItem } from 'electrodb';
import type { BookingKind } from '../scheduling/booking-type.ts';
import type { Id, PersonId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { LessonFacts, Signing } from './lesson.ts';

/**
 * One item is what one completed booking taught one student, and how far its signing has come. Every
 * signature replaces it under its version: that is what makes a second one of the same kind impossible.
 */
export const lessonEntity = tableEntity(
  {
    model: { entity: 'lesson', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      bookingId: { type: 'string', required: true },
      kind: { type: customType<BookingKind>(), required: true },
      status: { type: customType<LessonFacts['status']>(), required: true },
      startedAt: { type: customType<Instant>(), required: true },
      endedAt: { type: customType<Instant>(), required: true },
      taughtBy: { type: customType<PersonId>(), required: true },
      moduleIds: { type: customType<Id<'mod'>[]>(), required: true },
      signings: { type: customType<Partial<Record<Id<'mod'>, Signing>>>(), required: true },
      /** hours after which the student has been reminded to sign */
      reminded: { type: customType<number[]>(), required: true },
      /** the next reminder */
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: {
      byBooking: KEYS.lesson,
      due: { index: 'byDue', ...KEYS.lessonDue, condition: ({ dueAt }) => dueAt !== undefined },
    },
  },
  TABLE,
);

export type LessonRow = EntityItem<typeof lessonEntity>;
