import type { PendingEvent } from '../../events/define.ts';
import { bookingConfirmed } from '../../events/scheduling.ts';
import type { CallerScope } from '../people/scope.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { SchoolId } from '../shared/ids.ts';
import { type Instant, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { notDue } from '../store/due.ts';
import type { AgendaEntry, Slot } from './agenda.ts';
import type { BookingRow } from './booking.entity.ts';
import { bookedStudents, type HistoryEntry, type HistoryWhat, withHistory } from './booking.ts';
import type { Conflict, Occupation } from './occupy.ts';
import { dueOf } from './reminders.ts';
import { resourcesOf } from './scene.ts';

/** Administrators and the office may set soft rules aside. Teachers and students may not. */
export function mayOverride(scope: CallerScope): boolean {
  return scope.kind === 'school' || scope.kind === 'departments';
}

/** Who did it, for the history: a person's id, or the name of a job. */
export function byWhom({ actor }: Context): string {
  switch (actor.kind) {
    case 'person':
      return actor.personId;
    case 'visitor':
      return 'visitor';
    case 'system':
      return actor.name;
  }
}

export function historyEntry(
  context: Context,
  what: HistoryWhat,
  from?: unknown,
  to?: unknown,
): HistoryEntry {
  return {
    at: context.now(),
    by: byWhom(context),
    what,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

export function slotOf({ startsAt, endsAt, bufferMinutes }: BookingRow): Slot {
  return { startsAt: startsAt as Instant, endsAt: endsAt as Instant, bufferMinutes };
}

/** What a stored booking takes up now. A cancelled one takes nothing, but its entries are kept. */
export function occupationOf(booking: BookingRow): Occupation {
  const { state, teacherId, vehicleId, students } = booking;
  return {
    slot: slotOf(booking),
    resources: resourcesOf({
      teacherId,
      vehicleId: vehicleId ?? null,
      studentIds: bookedStudents(students),
    }),
    state: entryState(state),
    ...(state.status === 'draft' && { until: state.heldUntil }),
  };
}

function entryState(state: BookingRow['state']): AgendaEntry['st'] {
  switch (state.status) {
    case 'draft':
      return 'h';
    case 'cancelled':
      return 'c';
    case 'confirmed':
    case 'completed':
    case 'no_show':
      return 'l';
  }
}

/**
 * The next version of a booking: history appended, what is due next computed anew. `tell` raises the
 * calendar files' SEQUENCE: participants hear of this change.
 */
export function nextVersion(
  context: Context,
  booking: BookingRow,
  change: Partial<BookingRow>,
  entries: readonly HistoryEntry[],
  { tell, lessonHours }: { tell: boolean; lessonHours: readonly number[] },
): BookingRow {
  const merged = { ...booking, ...change };
  const { state, startsAt, bookingId } = merged;
  const now = context.now();
  return {
    ...notDue(merged),
    history: entries.reduce<HistoryEntry[]>(
      (history, entry) => withHistory(history, entry),
      booking.history,
    ),
    sequence: booking.sequence + (tell ? 1 : 0),
    ...dueOf(bookingId, state, startsAt as Instant, lessonHours, dueAfter(booking, merged, now)),
    version: booking.version + 1,
  } as BookingRow;
}

/**
 * From when on the next due moment counts: a reminder whose moment has come, and that the sweep has
 * not sent yet, is not lost to a change that leaves the lesson where it is.
 */
function dueAfter(before: BookingRow, after: BookingRow, now: Instant): Instant {
  const stays = before.state.status === after.state.status && before.startsAt === after.startsAt;
  return stays && before.dueAt !== undefined && before.dueAt <= now
    ? plusMilliseconds(before.dueAt as Instant, -1)
    : now;
}

/** When the school reminds of lessons, in hours before. */
export async function readReminderHours(
  context: Context,
  { schoolId }: SchoolRow,
): Promise<readonly number[]> {
  const { settings } = await readSettings(context.store, schoolId);
  return settings.reminders.lessonHours;
}

/** Only a draft or a confirmed booking can still change. Throws `booking_closed`. */
export function requireOpen({ state }: BookingRow): void {
  if (state.status === 'draft' || state.status === 'confirmed') return;
  throw new DomainError('booking_closed', `This booking is ${state.status}.`);
}

/** What every event about a booking says: ids and times, no names. */
export function aboutBooking(booking: BookingRow) {
  return {
    bookingId: booking.bookingId,
    sequence: booking.sequence,
    teacherId: booking.teacherId,
    studentIds: bookedStudents(booking.students),
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
  };
}

export function subjectOf({ bookingId, version }: BookingRow) {
  return { id: bookingId, version };
}

/** What is told when a booking comes to stand. */
export function confirmedEvent(booking: BookingRow): PendingEvent {
  return bookingConfirmed.of(
    booking.schoolId as SchoolId,
    subjectOf(booking),
    aboutBooking(booking),
  );
}

/** Somebody or something is taken: names them all, and up to three times that would do. */
export function bookingConflict(
  conflicts: readonly Conflict[],
  suggestions: readonly Instant[],
): DomainError {
  const taken = [...new Set(conflicts.map(({ resource }) => resource))].join(', ');
  return new DomainError('booking_conflict', `Already booked at this time: ${taken}.`, {
    conflicts,
    suggestions,
  });
}
