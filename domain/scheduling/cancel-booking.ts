import { bookingCancelled, bookingStudentsRemoved } from '../../events/scheduling.ts';
import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError, invalidField, notFound } from '../shared/errors.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import { type BookingFee, type BookingState, bookedStudents } from './booking.ts';
import {
  aboutBooking,
  byWhom,
  historyEntry,
  mayOverride,
  nextVersion,
  occupationOf,
  readReminderHours,
  requireOpen,
  subjectOf,
} from './booking-change.ts';
import { readBooking, scopeWithin } from './booking-scope.ts';
import { type BookingView, bookingView } from './booking-view.ts';
import { type CalendarRow, calendarEntity } from './calendar.entity.ts';
import { calendarWith } from './calendar.ts';
import { cancellationDeadline, isLate } from './cancellation.ts';
import { requireHeld } from './hold.ts';
import { daysOf, type Occupation, planDays, readDays } from './occupy.ts';
import { requireNotStarted } from './rules.ts';

export type Cancellation = {
  reason: string;
  onBehalfOf?: 'school' | 'student' | undefined;
  studentId?: string | undefined;
  waiveFee?: { reason: string } | undefined;
};

/**
 * Cancels a booking, or one student's part in it. Late by or on behalf of the student it carries the
 * fee that was agreed when it was booked; the school's own cancellation never does. A private lesson
 * is cancelled with its only student; one student leaving a group cancels only them.
 * Throws `booking_closed`, `hold_expired`, `rule_refused` (`after_start`), `forbidden`, `not_found`.
 */
export async function cancelBooking(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  bookingId: string,
  input: Cancellation,
): Promise<BookingView> {
  const { store } = context;
  const { schoolId } = school;
  return store.transact(context, async () => {
    const booking = await readBooking(store, schoolId, bookingId, scope);
    const asked = askedBy(scopeWithin(scope, booking), input);
    requireOpen(booking);
    const now = context.now();
    requireHeld(booking, now);
    requireNotStarted(booking.startsAt as Instant, now, 'A booking cannot be cancelled');
    const taking = bookedStudents(booking.students);
    if (asked.studentId !== undefined && !taking.includes(asked.studentId as PersonId))
      throw notFound('This student');
    const whole = asked.studentId === undefined || booking.terms.capacity === 1;
    const leaving = whole ? taking : [asked.studentId as PersonId];

    const all = occupationOf(booking);
    // One student's part is their own day alone: teacher, vehicle and the others keep theirs.
    const part = whole
      ? all
      : { ...all, resources: all.resources.filter(({ id }) => id === asked.studentId) };
    const [days, lessonHours, calendar] = await Promise.all([
      readDays(store, schoolId, daysOf(part)),
      readReminderHours(context, school),
      store.get(calendarEntity, calendarEntity.get({ schoolId })),
    ]);
    const late =
      asked.onBehalfOf === 'student' && isLate(now, deadlineOf(school, booking, calendar));
    const fees =
      late && booking.state.status === 'confirmed'
        ? lateFees(context, booking, leaving, asked)
        : [];
    const cancelled: BookingState = {
      status: 'cancelled',
      cancelledAt: now,
      by: byWhom(context),
      reason: asked.reason,
      onBehalfOf: asked.onBehalfOf,
    };
    const next = nextVersion(
      context,
      booking,
      {
        ...(whole && { state: cancelled }),
        students: booking.students.map((part) =>
          leaving.includes(part.studentId) ? { ...part, status: 'cancelled' } : part,
        ),
        fees: [...booking.fees, ...fees],
      },
      [
        historyEntry(
          context,
          whole ? 'cancelled' : 'student_cancelled',
          undefined,
          describe(asked, leaving),
        ),
      ],
      { tell: true, lessonHours },
    );
    return {
      writes: [
        ...planDays(schoolId, bookingId, days, { leaves: part, takes: asCancelled(part) }, now),
        replace(bookingEntity, next),
      ],
      events:
        booking.state.status === 'draft'
          ? []
          : [cancellationEvent(booking, next, leaving, whole, asked)],
      result: bookingView(next, scope),
    };
  });
}

type Asked = Cancellation & { onBehalfOf: 'school' | 'student' };

/** Students cancel their own part, as students; staff say on whose behalf; only some waive fees. */
function askedBy(scope: CallerScope, input: Cancellation): Asked {
  if (scope.kind === 'self') {
    if (input.studentId !== undefined && input.studentId !== scope.personId)
      throw notFound('This student');
    if (input.waiveFee || input.onBehalfOf === 'school') {
      throw new DomainError('forbidden', 'Students cancel for themselves.');
    }
    return { ...input, onBehalfOf: 'student', studentId: scope.personId };
  }
  if (input.onBehalfOf === undefined) {
    throw invalidField('/onBehalfOf', 'required', '/onBehalfOf: is required');
  }
  if (input.waiveFee && !mayOverride(scope)) {
    throw new DomainError('forbidden', 'Your role may not waive fees.');
  }
  return { ...input, onBehalfOf: input.onBehalfOf };
}

/** Until when leaving was free, by the terms agreed at booking and the school's calendar. */
function deadlineOf(school: SchoolRow, booking: BookingRow, calendar: CalendarRow | null): Instant {
  const { publicHolidays } = calendarWith(calendar, school.country);
  const { cancellation } = booking.terms;
  return cancellationDeadline(
    booking.startsAt as Instant,
    cancellation,
    school.timeZone,
    publicHolidays,
  );
}

function lateFees(
  context: Context,
  booking: BookingRow,
  leaving: readonly PersonId[],
  asked: Asked,
): BookingFee[] {
  const { lateFee } = booking.terms;
  if (!lateFee || lateFee.amount === 0) return [];
  const waived = asked.waiveFee && {
    reason: asked.waiveFee.reason,
    by: byWhom(context),
    at: context.now(),
  };
  return leaving.map((studentId) => ({
    studentId,
    reason: 'late_cancellation',
    amount: lateFee,
    ...(waived && { waived }),
  }));
}

/** Entries of a cancelled booking stay in the agenda, blocking nothing, so that lists still find it. */
function asCancelled({ until: _, ...occupation }: Occupation): Occupation {
  return { ...occupation, state: 'c' };
}

function describe({ reason, onBehalfOf }: Asked, studentIds: readonly PersonId[]) {
  return { reason, onBehalfOf, studentIds };
}

function cancellationEvent(
  before: BookingRow,
  after: BookingRow,
  leaving: readonly PersonId[],
  whole: boolean,
  { onBehalfOf }: Asked,
) {
  const schoolId = after.schoolId as SchoolId;
  return whole
    ? bookingCancelled.of(schoolId, subjectOf(after), {
        ...aboutBooking(after),
        studentIds: bookedStudents(before.students),
        onBehalfOf,
      })
    : bookingStudentsRemoved.of(schoolId, subjectOf(after), {
        ...aboutBooking(after),
        removed: [...leaving],
      });
}
