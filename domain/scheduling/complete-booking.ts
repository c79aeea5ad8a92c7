import { bookingCompleted } from '../../events/scheduling.ts';
import { planLessons } from '../learning/plan-lessons.ts';
import { readMembership } from '../people/read-people.ts';
import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError, invalidField, notFound } from '../shared/errors.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import { type Instant, MINUTE, millisecondsBetween } from '../shared/instant.ts';
import { readInstant } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import { type BookingFee, bookedStudents } from './booking.ts';
import {
  aboutBooking,
  byWhom,
  historyEntry,
  nextVersion,
  requireOpen,
  subjectOf,
} from './booking-change.ts';
import { readBooking } from './booking-scope.ts';
import { LONGEST_MINUTES } from './booking-type.ts';
import { type BookingView, bookingView } from './booking-view.ts';
import { requireModulesOnce } from './modules.ts';
import { requireTaughtByAnother } from './rules.ts';

export type Completion = {
  attendance: readonly { studentId: string; status: 'attended' | 'no_show' }[];
  moduleIds?: string[] | undefined;
  startedAt?: string | undefined;
  endedAt?: string | undefined;
  taughtBy?: string | undefined;
};

/**
 * Writes down that a lesson took place: who came, which modules it covered, when it really began and
 * ended, who taught. It enters the record of everybody who was in it, to be signed there. Who did not
 * come owes the no-show fee agreed at booking. When nobody came the booking itself is a no-show.
 * Throws `booking_closed`, `conflict` before its start, `invalid`, `not_found` for an unknown module.
 */
export async function completeBooking(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  bookingId: string,
  input: Completion,
): Promise<BookingView> {
  const { schoolId, timeZone } = school;
  const startedAt =
    input.startedAt === undefined
      ? undefined
      : readInstant(input.startedAt, timeZone, '/startedAt');
  const endedAt =
    input.endedAt === undefined ? undefined : readInstant(input.endedAt, timeZone, '/endedAt');
  requireModulesOnce(input.moduleIds ?? []);
  return context.store.transact(context, async () => {
    const booking = await readBooking(context.store, schoolId, bookingId, scope);
    requireOpen(booking);
    if (booking.state.status === 'draft')
      throw new DomainError('conflict', 'A draft must be confirmed first.');
    const now = context.now();
    if (booking.startsAt > now)
      throw new DomainError('conflict', 'This booking has not begun yet.');
    const taughtBy = (input.taughtBy ?? booking.teacherId) as PersonId;
    await requireTeacher(context, schoolId, taughtBy);
    requireTaughtByAnother(taughtBy, bookedStudents(booking.students), '/taughtBy');
    requireAttendance(booking, input.attendance);
    const attended = input.attendance.filter(({ status }) => status === 'attended');
    const status = input.attendance.length > 0 && attended.length === 0 ? 'no_show' : 'completed';
    const taught = {
      ...actualTimes(booking, startedAt, endedAt, now),
      taughtBy,
      completedAt: now,
    };
    const next = nextVersion(
      context,
      booking,
      {
        state: { status, taught },
        students: booking.students.map((part) => ({
          ...part,
          status:
            input.attendance.find(({ studentId }) => studentId === part.studentId)?.status ??
            part.status,
        })),
        moduleIds: input.moduleIds ?? booking.moduleIds,
        fees: [...booking.fees, ...noShowFees(booking, input.attendance)],
      },
      [historyEntry(context, 'completed', undefined, { status, by: byWhom(context), taughtBy })],
      { tell: false, lessonHours: [] },
    );
    const { kind, moduleIds } = next;
    const { attendance } = input;
    const lesson = { bookingId, kind, moduleIds, attendance, ...taught };
    return {
      writes: [replace(bookingEntity, next), ...(await planLessons(context, school, lesson))],
      events: [
        bookingCompleted.of(schoolId as SchoolId, subjectOf(next), {
          ...aboutBooking(next),
          status,
          taughtBy,
          attended: attended.map(({ studentId }) => studentId as PersonId),
        }),
      ],
      result: bookingView(next),
    };
  });
}

async function requireTeacher(context: Context, schoolId: string, personId: string): Promise<void> {
  const membership = await readMembership(context.store, schoolId, personId);
  if (!membership?.roles.includes('teacher')) throw notFound('This teacher');
}

/** Everybody who takes part is accounted for, once, and nobody else. */
function requireAttendance(booking: BookingRow, attendance: Completion['attendance']): void {
  const expected = bookedStudents(booking.students) as string[];
  const told = attendance.map(({ studentId }) => studentId);
  const stranger = told.find((id) => !expected.includes(id));
  if (stranger) throw notFound('This student');
  if (new Set(told).size !== told.length) {
    throw invalidField('/attendance', 'duplicate', '/attendance: names a student twice.');
  }
  const missing = expected.find((id) => !told.includes(id));
  if (missing)
    throw invalidField('/attendance', 'incomplete', `/attendance: ${missing} is missing.`);
}

function actualTimes(
  booking: BookingRow,
  startedAt: Instant | undefined,
  endedAt: Instant | undefined,
  now: Instant,
) {
  const times = {
    startedAt: startedAt ?? (booking.startsAt as Instant),
    endedAt: endedAt ?? (booking.endsAt as Instant),
  };
  if (times.endedAt <= times.startedAt) {
    throw invalidField('/endedAt', 'invalid', '/endedAt: must be after the start.');
  }
  if (millisecondsBetween(times.startedAt, times.endedAt) > LONGEST_MINUTES * MINUTE) {
    const message = `/endedAt: no lesson is longer than ${LONGEST_MINUTES} minutes.`;
    throw invalidField('/endedAt', 'too_long', message);
  }
  if (startedAt && startedAt > now)
    throw invalidField('/startedAt', 'invalid', '/startedAt: lies in the future.');
  if (endedAt && endedAt > now)
    throw invalidField('/endedAt', 'invalid', '/endedAt: lies in the future.');
  return times;
}

function noShowFees(booking: BookingRow, attendance: Completion['attendance']): BookingFee[] {
  const { noShowFee } = booking.terms;
  if (!noShowFee || noShowFee.amount === 0) return [];
  return attendance
    .filter(({ status }) => status === 'no_show')
    .map(({ studentId }) => ({
      studentId: studentId as PersonId,
      reason: 'no_show',
      amount: noShowFee,
    }));
}
