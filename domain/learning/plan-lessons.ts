import { type MembershipRow, membershipEntity } from '../people/membership.entity.ts';
import type { BookingKind } from '../scheduling/booking-type.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { settingsEntity } from '../schools/school-rows.entity.ts';
import { settingsWith } from '../schools/settings.ts';
import type { Id, PersonId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import { localDate } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import type { TransactItem } from '../store/port.ts';
import { create, replace } from '../store/write.ts';
import { type LessonRow, lessonEntity } from './lesson.entity.ts';
import { type PauseRow, pauseEntity } from './pause.entity.ts';
import { isTeaching, nextWarning } from './pause.ts';
import { plansOf, requireKnownModules } from './plans-of.ts';

/** What a completed booking was, for the records of those who were in it. */
export type TaughtBooking = {
  bookingId: string;
  kind: BookingKind;
  startedAt: Instant;
  endedAt: Instant;
  taughtBy: PersonId;
  moduleIds: readonly string[];
  attendance: readonly { studentId: string; status: 'attended' | 'no_show' }[];
};

/**
 * The rows by which a completed booking enters its students' records: a lesson each, to be signed,
 * and for who was taught the end of their pause. At most two a student: a full class of 45 fits one
 * transaction. Throws `not_found` for a module that the school does not teach.
 */
export async function planLessons(
  context: Context,
  school: SchoolRow,
  booking: TaughtBooking,
): Promise<TransactItem[]> {
  const { store } = context;
  const { schoolId, timeZone } = school;
  const ids = booking.attendance.map(({ studentId }) => studentId);
  const [settings, students, pauses] = await Promise.all([
    store.get(settingsEntity, settingsEntity.get({ schoolId })),
    store.getAll(
      ...ids.map(
        (id) => [membershipEntity, membershipEntity.get({ schoolId, personId: id })] as const,
      ),
    ),
    store.getAll(
      ...ids.map((id) => [pauseEntity, pauseEntity.get({ schoolId, studentId: id })] as const),
    ),
  ]);
  const enrolled = students.filter((row): row is MembershipRow => row !== null);
  const plans = await plansOf(store, schoolId, enrolled);
  await requireKnownModules(store, schoolId, booking.moduleIds, plans.values());
  const { pauseWarnDays } = settingsWith(settings?.changes).learning;
  return booking.attendance.flatMap(({ studentId, status }, i) => {
    const lesson = create(lessonEntity.create(lessonOf(schoolId, booking, studentId, status)));
    if (status === 'no_show' || !isTeaching(booking.kind)) return [lesson];
    const taughtOn = localDate(booking.startedAt, timeZone);
    const warnDays = plans.get(studentId)?.pause.warnDays ?? pauseWarnDays;
    const ended = pauseFrom(
      pauses[i] ?? { schoolId, studentId, handled: [], version: 0 },
      taughtOn,
      { warnDays, timeZone },
      context.now(),
    );
    return ended ? [lesson, writePause(ended)] : [lesson];
  });
}

function lessonOf(
  schoolId: string,
  { bookingId, kind, startedAt, endedAt, taughtBy, moduleIds }: TaughtBooking,
  studentId: string,
  status: LessonRow['status'],
): LessonRow {
  return {
    ...{ schoolId, studentId, bookingId, kind, status, startedAt, endedAt, taughtBy },
    moduleIds: moduleIds as Id<'mod'>[],
    ...{ signings: {}, reminded: [], version: 1 },
  };
}

/** The pause that begins with a day of teaching; null while a later day is known. */
function pauseFrom(
  row: PauseRow,
  taughtOn: string,
  rules: { warnDays: readonly number[]; timeZone: string },
  now: Instant,
): PauseRow | null {
  if (row.lastTaughtOn !== undefined && row.lastTaughtOn >= taughtOn) return null;
  return pauseSince(row, taughtOn, rules, now);
}

/** The row of a pause since a day, with its first warning due; without a day nothing is. */
export function pauseSince(
  { schoolId, studentId, version }: PauseRow,
  lastTaughtOn: string | null,
  { warnDays, timeZone }: { warnDays: readonly number[]; timeZone: string },
  now: Instant,
): PauseRow {
  const row = { schoolId, studentId, handled: [], version: version + 1 };
  if (lastTaughtOn === null) return row;
  const next = nextWarning({ lastTaughtOn, handled: [] }, warnDays, timeZone, now);
  return { ...row, lastTaughtOn, ...(next && dueAt(next, studentId)) };
}

export function writePause(row: PauseRow): TransactItem {
  return row.version === 1 ? create(pauseEntity.create(row)) : replace(pauseEntity, row);
}
