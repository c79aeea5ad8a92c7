import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/**
 * Bookings. The subject's version is the booking's: consumers keep the highest they have told.
 * `sequence` is the calendar file's SEQUENCE of that state.
 */
const instant = z.iso.datetime();
const about = {
  bookingId: id('bkg'),
  sequence: z.number().int(),
  teacherId: id('per'),
  studentIds: z.array(id('per')),
  startsAt: instant,
  endsAt: instant,
};

/** A booking stands, from its creation or by the confirmation of its draft. */
export const bookingConfirmed = defineEvent('BookingConfirmed', 1, z.object(about));

/** Time, teacher, vehicle or place changed. A teacher who was replaced is named. */
export const bookingMoved = defineEvent(
  'BookingMoved',
  1,
  z.object({
    ...about,
    previous: z.object({ startsAt: instant, endsAt: instant, teacherId: id('per') }),
  }),
);

/** The whole booking was cancelled; `studentIds` are those who took part until then. */
export const bookingCancelled = defineEvent(
  'BookingCancelled',
  1,
  z.object({ ...about, onBehalfOf: z.enum(['school', 'student']) }),
);

/** Students joined a booking that stands. */
export const bookingStudentsAdded = defineEvent(
  'BookingStudentsAdded',
  1,
  z.object({ ...about, added: z.array(id('per')) }),
);

/** Students left a booking that goes on: taken out, or their part was cancelled. */
export const bookingStudentsRemoved = defineEvent(
  'BookingStudentsRemoved',
  1,
  z.object({ ...about, removed: z.array(id('per')) }),
);

/** The lesson took place, or nobody came (`no_show`). */
export const bookingCompleted = defineEvent(
  'BookingCompleted',
  1,
  z.object({
    ...about,
    status: z.enum(['completed', 'no_show']),
    /** who really taught: `teacherId`, or a substitute */
    taughtBy: id('per'),
    attended: z.array(id('per')),
  }),
);

/** It is so many hours before a lesson: everybody in it is reminded. */
export const bookingReminderDue = defineEvent(
  'BookingReminderDue',
  1,
  z.object({ ...about, hoursBefore: z.number() }),
);

/** A draft was not confirmed in time; nobody had been told of it. */
export const bookingHoldExpired = defineEvent(
  'BookingHoldExpired',
  1,
  z.object({ bookingId: id('bkg') }),
);

/** A booking type is new or changed. */
export const bookingTypeChanged = defineEvent(
  'BookingTypeChanged',
  1,
  z.object({ bookingTypeId: id('bty') }),
);
