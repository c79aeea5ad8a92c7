import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { Decision } from '../store/store.ts';
import { replace } from '../store/write.ts';
import { blocks, slotOnDays } from './agenda.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import {
  confirmedEvent,
  historyEntry,
  nextVersion,
  occupationOf,
  readReminderHours,
  requireOpen,
} from './booking-change.ts';
import { readBooking } from './booking-scope.ts';
import { type BookingView, bookingView } from './booking-view.ts';
import { hasRunOut, holdExpired } from './hold.ts';
import { type Days, daysOf, planDays, readDays } from './occupy.ts';
import { requireNotStarted } from './rules.ts';

/**
 * Confirms a draft. Its time is its own only while its entries are in the agenda and the hold has not
 * run out: an expired hold may have been swept by whoever took the time, so the rows decide.
 * Throws `hold_expired`, `booking_closed`.
 */
export async function confirmBooking(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  bookingId: string,
): Promise<BookingView> {
  const { store } = context;
  const { schoolId } = school;
  const decide = async (): Promise<Decision<BookingView>> => {
    const booking = await readBooking(store, schoolId, bookingId, scope);
    requireDraft(booking);
    const now = context.now();
    const leaves = occupationOf(booking);
    const [days, lessonHours] = await Promise.all([
      readDays(store, schoolId, daysOf(leaves)),
      readReminderHours(context, school),
    ]);
    if (!holds(days, booking, now)) {
      // Booking and days are two reads: who moved the draft in between has not ended its hold.
      const { version } = await readBooking(store, schoolId, bookingId, scope);
      if (version !== booking.version) return decide();
      throw holdExpired();
    }
    requireNotStarted(booking.startsAt as Instant, now, 'A draft cannot be confirmed');
    const next = nextVersion(
      context,
      booking,
      { state: { status: 'confirmed' } },
      [historyEntry(context, 'confirmed')],
      { tell: false, lessonHours },
    );
    const takes = occupationOf(next);
    return {
      writes: [
        ...planDays(schoolId, bookingId, days, { leaves, takes }, now),
        replace(bookingEntity, next),
      ],
      events: [confirmedEvent(next)],
      result: bookingView(next),
    };
  };
  return store.transact(context, decide);
}

function requireDraft(booking: BookingRow): void {
  const { state } = booking;
  if (state.status === 'draft') return;
  // The sweep was here before: to the caller it is the same run-out hold.
  if (hasRunOut(booking)) throw holdExpired();
  requireOpen(booking);
  throw new DomainError('conflict', 'This booking is confirmed already.');
}

function holds(days: Days, booking: BookingRow, now: Parameters<typeof blocks>[1]): boolean {
  const { slot, resources } = occupationOf(booking);
  return resources.every(({ id }) =>
    slotOnDays(slot).every(({ day }) => {
      const entry = days.get(`${id} ${day}`)?.entries[booking.bookingId];
      return entry !== undefined && blocks(entry, now);
    }),
  );
}
