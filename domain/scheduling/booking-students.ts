import { bookingStudentsAdded, bookingStudentsRemoved } from '../../events/scheduling.ts';
import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { notFound } from '../shared/errors.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { bookingEntity } from './booking.entity.ts';
import { bookedStudents, type Participation } from './booking.ts';
import {
  aboutBooking,
  bookingConflict,
  historyEntry,
  mayOverride,
  nextVersion,
  occupationOf,
  readReminderHours,
  requireOpen,
  slotOf,
  subjectOf,
} from './booking-change.ts';
import { readBooking, requireCastInScope } from './booking-scope.ts';
import { type BookingView, bookingView } from './booking-view.ts';
import { countActiveOf } from './create-booking.ts';
import { requireHeld } from './hold.ts';
import { judge } from './judge.ts';
import { judgePrerequisites } from './modules.ts';
import { conflictsOf, daysOf, planDays, readDays } from './occupy.ts';
import { enforce, type Override, requireNotStarted, requireTaughtByAnother } from './rules.ts';
import { readScene } from './scene.ts';
import { suggestFor } from './suggest.ts';

/**
 * Assigns students to a booking; who is in it already stays in it. All or none.
 * Throws `rule_refused`, `booking_conflict` naming the busy ones, `booking_closed`, `invalid`,
 * `not_found`.
 */
export async function addStudents(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  bookingId: string,
  { studentIds, override }: { studentIds: readonly string[]; override?: Override | undefined },
): Promise<BookingView> {
  const { store } = context;
  const { schoolId } = school;
  return store.transact(context, async () => {
    const booking = await readBooking(store, schoolId, bookingId, scope);
    requireOpen(booking);
    const now = context.now();
    requireHeld(booking, now);
    requireNotStarted(booking.startsAt as Instant, now, 'Students cannot be added to a booking');
    requireTaughtByAnother(booking.teacherId, studentIds, '/studentIds');
    const present = bookedStudents(booking.students);
    const joining = [...new Set(studentIds)].filter(
      (id) => !present.includes(id as PersonId),
    ) as PersonId[];
    if (joining.length === 0) return { writes: [], result: bookingView(booking) };

    const slot = slotOf(booking);
    const { bookingTypeId, teacherId, vehicleId = null } = booking;
    const resources = joining.map((id) => ({ kind: 'student' as const, id }));
    const [scene, active] = await Promise.all([
      readScene(
        context,
        school,
        { bookingTypeId, teacherId, vehicleId, studentIds: joining },
        { slot, resources },
      ),
      countActiveOf(context, schoolId, joining, now),
    ]);
    requireCastInScope(scope, scene, joining);
    const proposal = {
      slot,
      capacity: booking.terms.capacity,
      joining,
      studentCount: present.length + joining.length,
      active,
      timeUnchanged: true,
    };
    const { moduleIds } = booking;
    const prerequisites = await judgePrerequisites(store, schoolId, scene.students, moduleIds);
    const broken = [...judge(scene, proposal, now), ...prerequisites];
    const overridden = enforce(broken, override, mayOverride(scope));
    const conflicts = conflictsOf(scene.days, { slot, resources }, now, bookingId);
    if (conflicts.length > 0) {
      // Times to move the whole booking to: those in it must be free, too.
      const all = { slot, resources: [...occupationOf(booking).resources, ...resources] };
      throw bookingConflict(conflicts, await suggestFor(context, scene, all, bookingId));
    }
    const next = nextVersion(
      context,
      booking,
      { students: joined(booking.students, joining) },
      [
        historyEntry(context, 'students_added', undefined, { studentIds: joining }),
        ...(overridden ? [historyEntry(context, 'overridden', undefined, overridden)] : []),
      ],
      { tell: true, lessonHours: scene.settings.reminders.lessonHours },
    );
    const takes = { ...occupationOf(next), resources };
    return {
      writes: [
        ...planDays(schoolId, bookingId, scene.days, { leaves: null, takes }, now),
        replace(bookingEntity, next),
      ],
      events:
        next.state.status === 'confirmed'
          ? [
              bookingStudentsAdded.of(schoolId as SchoolId, subjectOf(next), {
                ...aboutBooking(next),
                added: joining,
              }),
            ]
          : [],
      result: bookingView(next),
    };
  });
}

/** The school takes a student out of a booking; no fee. Throws `not_found`, `booking_closed`, `rule_refused`. */
export async function removeStudent(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  bookingId: string,
  studentId: string,
): Promise<BookingView> {
  const { store } = context;
  const { schoolId } = school;
  return store.transact(context, async () => {
    const booking = await readBooking(store, schoolId, bookingId, scope);
    if (!bookedStudents(booking.students).includes(studentId as PersonId))
      throw notFound('This student');
    requireOpen(booking);
    const now = context.now();
    requireHeld(booking, now);
    requireNotStarted(
      booking.startsAt as Instant,
      now,
      'Students cannot be taken out of a booking',
    );
    const leaving = {
      ...occupationOf(booking),
      resources: [{ kind: 'student' as const, id: studentId }],
    };
    const [days, lessonHours] = await Promise.all([
      readDays(store, schoolId, daysOf(leaving)),
      readReminderHours(context, school),
    ]);
    const next = nextVersion(
      context,
      booking,
      {
        students: booking.students.map((part) =>
          part.studentId === studentId ? { ...part, status: 'cancelled' } : part,
        ),
      },
      [historyEntry(context, 'student_removed', undefined, { studentIds: [studentId] })],
      { tell: true, lessonHours },
    );
    const { until: _, ...kept } = leaving;
    return {
      writes: [
        ...planDays(
          schoolId,
          bookingId,
          days,
          { leaves: leaving, takes: { ...kept, state: 'c' } },
          now,
        ),
        replace(bookingEntity, next),
      ],
      events:
        next.state.status === 'confirmed'
          ? [
              bookingStudentsRemoved.of(schoolId as SchoolId, subjectOf(next), {
                ...aboutBooking(next),
                removed: [studentId as PersonId],
              }),
            ]
          : [],
      result: bookingView(next),
    };
  });
}

/** A student who left before comes back under the same participation. */
function joined(students: readonly Participation[], joining: readonly PersonId[]): Participation[] {
  const back = students.map((part) =>
    joining.includes(part.studentId) ? { ...part, status: 'booked' as const } : part,
  );
  const known = new Set(students.map(({ studentId }) => studentId));
  const fresh = joining.filter((id) => !known.has(id));
  return [...back, ...fresh.map((studentId) => ({ studentId, status: 'booked' as const }))];
}
