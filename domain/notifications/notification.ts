import type { Instant } from '../shared/instant.ts';

/** How far a message came. Rank only rises; see the statuses' meaning in the HTTP contract. */
export const NOTIFICATION_STATUSES = [
  'queued',
  'held',
  'sent',
  'delivered',
  'undelivered',
  'bounced',
  'failed',
  'suppressed',
  'superseded',
  'expired',
] as const;
export type NotificationStatus = (typeof NOTIFICATION_STATUSES)[number];

export type Channel = 'email' | 'sms';

/** Messages about a booking; `changed` tells its teacher who takes part now. */
export const BOOKING_MESSAGES = [
  'booking_confirmed',
  'booking_moved',
  'booking_changed',
  'booking_cancelled',
  'booking_completed',
  'booking_reminder',
] as const;
export type BookingMessage = (typeof BOOKING_MESSAGES)[number];

/** What people in the school wrote themselves, and what only they are told. */
const STAFF_MESSAGES = ['staff_message', 'template_broken'] as const;

/** What a message is about: the name of its template. */
export const NOTIFICATION_KINDS = [
  'welcome',
  'confirm_enrolment',
  'enrolled',
  'already_registered',
  'invitation',
  'confirm_staff',
  'password_reset',
  'password_changed',
  'invoice_issued',
  ...BOOKING_MESSAGES,
  ...STAFF_MESSAGES,
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export function isBookingMessage(kind: NotificationKind): kind is BookingMessage {
  return (BOOKING_MESSAGES as readonly NotificationKind[]).includes(kind);
}

/** What concerns somebody's account: no preference, complaint or quiet hour stops it. */
const SECURITY: readonly NotificationKind[] = ['password_reset', 'password_changed'];

export function isSecurity(kind: NotificationKind): boolean {
  return SECURITY.includes(kind);
}

type OwnKind = Exclude<NotificationKind, 'password_reset' | 'password_changed' | 'template_broken'>;

/** The messages that a school may put into its own words: all that it sends, not what the platform does. */
export const OWN_KINDS = NOTIFICATION_KINDS.filter(
  (kind) => !isSecurity(kind) && kind !== 'template_broken',
) as [OwnKind, ...OwnKind[]];

export function mayBeOwn(kind: NotificationKind): boolean {
  return (OWN_KINDS as readonly NotificationKind[]).includes(kind);
}

export type Times = { startsAt: Instant; endsAt: Instant };

/** What a message says of a booking, so that the sender can see whether it is still true. */
export type ToldOfBooking = Times & {
  bookingId: string;
  /** the booking's version that the event told of */
  bookingVersion: number;
  /** as what the reader takes (or took) part */
  role: 'student' | 'teacher';
  /** what the reader knew before, where that was another time */
  previously?: Times;
};
