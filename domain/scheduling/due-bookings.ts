import { bookingHoldExpired, bookingReminderDue } from '../../events/scheduling.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { notDue } from '../store/due.ts';
import type { DueKind } from '../store/sweep-due.ts';
import { replace } from '../store/write.ts';
import { type BookingRow, bookingEntity } from './booking.entity.ts';
import {
  aboutBooking,
  historyEntry,
  nextVersion,
  occupationOf,
  subjectOf,
} from './booking-change.ts';
import { runOut } from './hold.ts';
import { daysOf, planDays, readDays } from './occupy.ts';
import { reminderNow } from './reminders.ts';

const KEY = /^(?<schoolId>sch_[0-9a-z]{26})#bkg#(?<bookingId>bkg_[0-9a-z]{26})$/;

/**
 * Bookings that something is due for: a hold that ran out, or a reminder. Each is claimed by moving
 * the row's due time on in the transaction that tells of it, so however often and however parallel
 * the sweep runs, each right reminder is told once.
 */
export const dueBookings: DueKind = {
  name: 'booking',
  owns: ({ pk, sk }) => sk === 'booking' && KEY.test(pk),
  async carryOut(context, { pk }) {
    const { schoolId = '', bookingId = '' } = KEY.exec(pk)?.groups ?? {};
    await context.store.transact(context, async () => {
      const booking = await context.store.get(
        bookingEntity,
        bookingEntity.get({ schoolId, bookingId }),
      );
      // The index may be behind: what the row says now decides.
      if (!booking?.dueAt || booking.dueAt > context.now())
        return { writes: [], result: undefined };
      const planned =
        booking.state.status === 'draft'
          ? await planExpiry(context, booking)
          : await planReminder(context, booking);
      return { ...planned, result: undefined };
    });
  },
};

async function planExpiry(context: Context, booking: BookingRow) {
  const { schoolId, bookingId } = booking;
  const now = context.now();
  const leaves = occupationOf(booking);
  const days = await readDays(context.store, schoolId, daysOf(leaves));
  const next = nextVersion(
    context,
    booking,
    runOut(booking, now) ?? {},
    [historyEntry(context, 'hold_expired')],
    { tell: false, lessonHours: [] },
  );
  const { until: _, ...kept } = leaves;
  return {
    writes: [
      ...planDays(
        schoolId,
        bookingId,
        days,
        { leaves, takes: { ...kept, state: 'c' as const } },
        now,
      ),
      replace(bookingEntity, next),
    ],
    events: [bookingHoldExpired.of(schoolId as SchoolId, subjectOf(next), { bookingId })],
  };
}

async function planReminder(context: Context, booking: BookingRow) {
  const { settings } = await readSettings(context.store, booking.schoolId);
  const { lessonHours } = settings.reminders;
  const startsAt = booking.startsAt as Instant;
  const hours =
    booking.state.status === 'confirmed'
      ? reminderNow(startsAt, lessonHours, booking.dueAt as Instant, context.now())
      : null;
  // What was due is done now: the next one counts from here.
  const next = nextVersion(context, notDue(booking) as BookingRow, {}, [], {
    ...{ tell: false, lessonHours },
  });
  return {
    writes: [replace(bookingEntity, next)],
    events:
      hours === null
        ? []
        : [
            bookingReminderDue.of(booking.schoolId as SchoolId, subjectOf(next), {
              ...aboutBooking(next),
              hoursBefore: hours,
            }),
          ],
  };
}
