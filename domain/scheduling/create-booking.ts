import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError, invalidField, notFound } from '../shared/errors.ts';
import { type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts';
import { readInstant } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { create } from '../store/write.ts';
import type { Slot } from './agenda.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import { type BookingState, type BookingTerms, priceOf } from './booking.ts';
import {
  bookingConflict,
  confirmedEvent,
  historyEntry,
  mayOverride,
  occupationOf,
} from './booking-change.ts';
import { requireCastInScope } from './booking-scope.ts';
import { type BookingTypeRow, bookingTypeEntity } from './booking-type.entity.ts';
import { type BookingView, bookingView } from './booking-view.ts';
import { judge } from './judge.ts';
import { judgePrerequisites, requireModulesOnce } from './modules.ts';
import { conflictsOf, planDays } from './occupy.ts';
import { dueOf } from './reminders.ts';
import { enforce, type Override, requireTaughtByAnother } from './rules.ts';
import { countActive, readScene, resourcesOf, type Scene } from './scene.ts';
import { suggestFor } from './suggest.ts';

export type NewBooking = {
  bookingTypeId: string;
  teacherId: string;
  startsAt: string;
  minutes?: number | undefined;
  location?: string | undefined;
  vehicleId?: string | undefined;
  studentIds: string[];
  moduleIds?: string[] | undefined;
  notes?: string | undefined;
  draft?: boolean | undefined;
  override?: Override | undefined;
};

/**
 * Books a lesson: all participants or none. `startsAt` is read in the school's zone when it has no
 * offset. Throws `invalid`, `local_time_*`, `rule_refused`, `booking_conflict` with suggestions, `not_found`.
 */
export async function createBooking(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  input: NewBooking,
): Promise<BookingView> {
  const bookingId = context.newId('bkg');
  const startsAt = readStart(input.startsAt, school.timeZone);
  if (scope.kind === 'own' && input.teacherId !== scope.personId) {
    throw new DomainError('forbidden', 'Teachers book lessons that they teach themselves.');
  }
  requireTaughtByAnother(input.teacherId, input.studentIds, '/studentIds');
  const studentIds = [...new Set(input.studentIds)];
  const moduleIds = input.moduleIds ?? [];
  requireModulesOnce(moduleIds);
  const vehicleId = input.vehicleId ?? null;
  const cast = {
    bookingTypeId: input.bookingTypeId,
    teacherId: input.teacherId,
    vehicleId,
    studentIds,
  };

  return context.store.transact(context, async () => {
    const now = context.now();
    const type = await readType(context, school, input.bookingTypeId);
    const slot = slotFor(type, startsAt, input.minutes);
    const wanted = { slot, resources: resourcesOf(cast) };
    const [scene, active] = await Promise.all([
      readScene(context, school, cast, wanted),
      countActiveOf(context, school.schoolId, studentIds, now),
    ]);
    requireCastInScope(scope, scene, studentIds);
    const prerequisites = await judgePrerequisites(
      context.store,
      school.schoolId,
      scene.students,
      moduleIds,
    );
    const proposal = {
      slot,
      capacity: type.capacity,
      joining: studentIds,
      studentCount: studentIds.length,
      active,
    };
    const broken = [...judge(scene, proposal, now), ...prerequisites];
    const overridden = enforce(broken, input.override, mayOverride(scope));

    const conflicts = conflictsOf(scene.days, wanted, now);
    if (conflicts.length > 0) {
      throw bookingConflict(conflicts, await suggestFor(context, scene, wanted));
    }
    const booking = newBooking(context, scene, type, {
      bookingId,
      slot,
      input,
      overridden: overridden ?? undefined,
    });
    const takes = occupationOf(booking);
    return {
      writes: [
        ...planDays(school.schoolId, bookingId, scene.days, { leaves: null, takes }, now),
        create(bookingEntity.create(booking)),
      ],
      // A draft is nobody's news yet: its confirmation is.
      events: booking.state.status === 'confirmed' ? [confirmedEvent(booking)] : [],
      result: bookingView(booking),
    };
  });
}

/** Agendas count in minutes, so a booking begins on one. Throws `local_time_*`, `invalid` naming `/startsAt`. */
export function readStart(text: string, timeZone: string): Instant {
  const startsAt = readInstant(text, timeZone, '/startsAt');
  if (Date.parse(startsAt) % MINUTE === 0) return startsAt;
  throw invalidField('/startsAt', 'whole_minute', '/startsAt: must be a whole minute.');
}

async function readType(
  context: Context,
  { schoolId }: SchoolRow,
  bookingTypeId: string,
): Promise<BookingTypeRow> {
  const type = await context.store.get(
    bookingTypeEntity,
    bookingTypeEntity.get({ schoolId, bookingTypeId }),
  );
  // One taken off the list stands for what was booked with it, and for nothing new.
  if (!type?.active) throw notFound('This booking type');
  return type;
}

/** The slot of a lesson: elapsed minutes from its start, whatever the clocks do meanwhile. */
function slotFor(
  { minutes, bufferMinutes }: Pick<BookingTypeRow, 'minutes' | 'bufferMinutes'>,
  startsAt: Instant,
  asked: number | undefined,
): Slot {
  return {
    startsAt,
    endsAt: plusMilliseconds(startsAt, (asked ?? minutes) * MINUTE),
    bufferMinutes,
  };
}

/** Bookings before each student; read beside the scene, so that a full class costs no more rounds. */
export async function countActiveOf(
  context: Context,
  schoolId: string,
  studentIds: readonly string[],
  now: Instant,
): Promise<Map<string, number>> {
  const counts = await Promise.all(
    studentIds.map((studentId) => countActive(context.store, schoolId, studentId, now)),
  );
  return new Map(studentIds.map((studentId, i) => [studentId, counts[i] ?? 0]));
}

function newBooking(
  context: Context,
  scene: Scene,
  type: BookingTypeRow,
  {
    bookingId,
    slot,
    input,
    overridden,
  }: { bookingId: string; slot: Slot; input: NewBooking; overridden: unknown },
): BookingRow {
  const now = context.now();
  // One moment for all of it: the clock runs on between two looks.
  const asOfNow: Context = { ...context, now: () => now };
  const { draftHoldMinutes } = scene.settings.booking;
  const state: BookingState = input.draft
    ? { status: 'draft', heldUntil: plusMilliseconds(now, draftHoldMinutes * MINUTE) }
    : { status: 'confirmed' };
  if (input.draft && slot.startsAt <= now) {
    throw invalidField('/draft', 'invalid', '/draft: a draft must lie in the future.');
  }
  const terms: BookingTerms = {
    cancellation: type.cancellation,
    lateFee: type.lateFee ?? null,
    noShowFee: type.noShowFee ?? null,
    capacity: type.capacity,
    price: type.price,
    minutes: type.minutes,
  };
  return {
    schoolId: scene.school.schoolId,
    bookingId,
    bookingTypeId: input.bookingTypeId,
    kind: type.kind,
    teacherId: input.teacherId,
    departmentIds: scene.teacher.departmentIds,
    ...(input.vehicleId !== undefined && { vehicleId: input.vehicleId }),
    ...slot,
    ...(input.location !== undefined && { location: input.location }),
    ...(input.notes !== undefined && { notes: input.notes }),
    state,
    students: scene.students.map(({ personId }) => ({
      studentId: personId as never,
      status: 'booked' as const,
    })),
    moduleIds: input.moduleIds ?? [],
    fees: [],
    terms,
    price: priceOf(terms, slot),
    vatRate: type.vatRate,
    history: [
      historyEntry(asOfNow, 'created', undefined, {
        status: state.status,
        startsAt: slot.startsAt,
      }),
      ...(overridden ? [historyEntry(asOfNow, 'overridden', undefined, overridden)] : []),
    ],
    sequence: 0,
    ...dueOf(bookingId, state, slot.startsAt, scene.settings.reminders.lessonHours, now),
    createdAt: now,
    version: 1,
  };
}
