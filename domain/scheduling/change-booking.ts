import { bookingMoved } from '../../events/scheduling.ts';
import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { SchoolId } from '../shared/ids.ts';
import { type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import type { Slot } from './agenda.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import { bookedStudents, priceOf } from './booking.ts';
import {
  aboutBooking,
  bookingConflict,
  historyEntry,
  mayOverride,
  nextVersion,
  occupationOf,
  readReminderHours,
  requireOpen,
  subjectOf,
} from './booking-change.ts';
import { readBooking, requireCastInScope } from './booking-scope.ts';
import { type BookingView, bookingView } from './booking-view.ts';
import { readStart } from './create-booking.ts';
import { requireHeld } from './hold.ts';
import { judge } from './judge.ts';
import { judgePrerequisitesOf, requireModulesOnce } from './modules.ts';
import { conflictsOf, planDays } from './occupy.ts';
import {
  type BrokenRule,
  enforce,
  type Overridden,
  type Override,
  requireNotStarted,
  requireTaughtByAnother,
} from './rules.ts';
import { readScene, resourcesOf } from './scene.ts';
import { suggestFor } from './suggest.ts';

export type BookingPatch = {
  startsAt?: string | undefined;
  minutes?: number | undefined;
  teacherId?: string | undefined;
  vehicleId?: string | null | undefined;
  location?: string | null | undefined;
  notes?: string | null | undefined;
  moduleIds?: string[] | undefined;
  override?: Override | undefined;
};

/**
 * Changes a booking. A move is one transaction: it leaves the old time and takes the new one, or
 * nothing happens at all. Throws `booking_conflict`, `rule_refused`, `booking_closed`, `invalid`,
 * `stale_version`.
 */
export async function changeBooking(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  bookingId: string,
  patch: BookingPatch,
  ifMatch?: number,
): Promise<BookingView> {
  const startsAt =
    patch.startsAt === undefined ? undefined : readStart(patch.startsAt, school.timeZone);
  if (scope.kind === 'own' && patch.teacherId !== undefined && patch.teacherId !== scope.personId) {
    throw new DomainError('forbidden', 'Teachers do not give their lessons to others.');
  }
  requireModulesOnce(patch.moduleIds ?? []);

  return context.store.transact(context, async () => {
    const booking = await readBooking(context.store, school.schoolId, bookingId, scope);
    requireVersion(booking.version, ifMatch);
    requireOpen(booking);
    requireHeld(booking, context.now());
    if (patch.teacherId !== undefined) {
      // Who left counts, too: their agenda keeps one entry of a booking, and it says that they left.
      const students = booking.students.map(({ studentId }) => studentId);
      requireTaughtByAnother(patch.teacherId, students, '/teacherId');
    }
    const target = targetOf(booking, patch, startsAt);
    if (!target.changes) return { writes: [], result: bookingView(booking) };
    const prerequisites = await judgePrerequisitesOf(
      context.store,
      school.schoolId,
      bookedStudents(booking.students),
      target.newModules,
      target.change.moduleIds ?? [],
    );
    const judged = (broken: readonly BrokenRule[]) =>
      enforce([...broken, ...prerequisites], patch.override, mayOverride(scope));
    const plan = target.moves
      ? await planMove(context, school, scope, booking, target, judged)
      : {
          ...{ writes: [], overridden: judged([]), departmentIds: booking.departmentIds },
          lessonHours: await readReminderHours(context, school),
        };
    const next = nextVersion(
      context,
      booking,
      { ...target.change, departmentIds: plan.departmentIds },
      [
        historyEntry(context, target.tells ? 'moved' : 'changed', target.from, target.to),
        ...(plan.overridden
          ? [historyEntry(context, 'overridden', undefined, plan.overridden)]
          : []),
      ],
      { tell: target.tells, lessonHours: plan.lessonHours },
    );
    const told = target.tells && booking.state.status === 'confirmed';
    const { startsAt: before, endsAt, teacherId } = booking;
    return {
      writes: [...plan.writes, replace(bookingEntity, next)],
      events: told
        ? [
            bookingMoved.of(school.schoolId as SchoolId, subjectOf(next), {
              ...aboutBooking(next),
              previous: { startsAt: before, endsAt, teacherId },
            }),
          ]
        : [],
      result: bookingView(next),
    };
  });
}

type Target = {
  change: Partial<BookingRow>;
  /** false: the patch says what is there already */
  changes: boolean;
  slot: Slot;
  /** the agenda changes: another time, teacher or vehicle */
  moves: boolean;
  /** participants must hear of it: that, or another place */
  tells: boolean;
  /** modules that it did not cover before */
  newModules: string[];
  from: Record<string, unknown>;
  to: Record<string, unknown>;
};

/** What a patch makes of a booking, and which of it is really a change. */
function targetOf(booking: BookingRow, patch: BookingPatch, startsAt: Instant | undefined): Target {
  const start = startsAt ?? (booking.startsAt as Instant);
  const length =
    patch.minutes === undefined
      ? Date.parse(booking.endsAt) - Date.parse(booking.startsAt)
      : patch.minutes * MINUTE;
  const slot: Slot = {
    startsAt: start,
    endsAt: plusMilliseconds(start, length),
    bufferMinutes: booking.bufferMinutes,
  };
  const wanted = {
    startsAt: slot.startsAt as string,
    endsAt: slot.endsAt as string,
    teacherId: patch.teacherId ?? booking.teacherId,
    vehicleId: patch.vehicleId === undefined ? booking.vehicleId : (patch.vehicleId ?? undefined),
    location: patch.location === undefined ? booking.location : (patch.location ?? undefined),
    notes: patch.notes === undefined ? booking.notes : (patch.notes ?? undefined),
    moduleIds: patch.moduleIds ?? booking.moduleIds,
    price: priceOf(booking.terms, slot),
  };
  const changed = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
    (field) => JSON.stringify(wanted[field]) !== JSON.stringify(booking[field]),
  );
  const pick = (source: Record<string, unknown>) =>
    Object.fromEntries(
      changed.filter((field) => field !== 'notes').map((field) => [field, source[field] ?? null]),
    );
  const moves = changed.some((field) =>
    ['startsAt', 'endsAt', 'teacherId', 'vehicleId'].includes(field),
  );
  return {
    change: wanted as Partial<BookingRow>,
    changes: changed.length > 0,
    slot,
    moves,
    tells: moves || changed.includes('location'),
    newModules: wanted.moduleIds.filter((id) => !booking.moduleIds.includes(id)),
    from: pick(booking),
    to: pick(wanted),
  };
}

async function planMove(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  booking: BookingRow,
  { change, slot }: Target,
  judged: (broken: readonly BrokenRule[]) => Overridden | null,
) {
  const now = context.now();
  const { bookingId } = booking;
  requireNotStarted(booking.startsAt as Instant, now, 'A booking cannot be moved');
  const studentIds = bookedStudents(booking.students);
  const cast = {
    bookingTypeId: booking.bookingTypeId,
    teacherId: change.teacherId ?? booking.teacherId,
    vehicleId: change.vehicleId ?? null,
    studentIds,
  };
  const leaves = occupationOf(booking);
  const takes = { ...leaves, slot, resources: resourcesOf(cast) };
  const scene = await readScene(context, school, cast, leaves, takes);
  requireCastInScope(scope, scene, []);
  const proposal = {
    slot,
    capacity: booking.terms.capacity,
    joining: studentIds,
    studentCount: studentIds.length,
    // They have this booking already: moving it adds none.
    active: new Map<string, number>(),
  };
  const overridden = judged(judge(scene, proposal, now));
  const conflicts = conflictsOf(scene.days, takes, now, bookingId);
  if (conflicts.length > 0) {
    throw bookingConflict(conflicts, await suggestFor(context, scene, takes, bookingId));
  }
  return {
    writes: planDays(school.schoolId, bookingId, scene.days, { leaves, takes }, now),
    overridden,
    departmentIds: scene.teacher.departmentIds,
    lessonHours: scene.settings.reminders.lessonHours,
  };
}
