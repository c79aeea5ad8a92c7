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

/** Of these, what a change tells: they wait for each other (`coalesce.ts`). The others do not. */
export const CHANGE_MESSAGES: readonly NotificationKind[] = [
  'booking_confirmed',
  'booking_moved',
  'booking_changed',
  'booking_cancelled',
];
/** Messages about one lesson in a student's signed record. */
export const RECORD_MESSAGES = [
  'signature_request',
  'signature_reminder',
  'signature_receipt',
  'correction_raised',
  'correction_accepted',
  'correction_rejected',
  'dispute_raised',
  'dispute_accepted',
  'dispute_rejected',
] as const;
export type RecordMessage = (typeof RECORD_MESSAGES)[number];
/** Messages about money; all but the first tell what became of it since. */
export const MONEY_MESSAGES = [
  'invoice_issued',
  'invoice_due',
  'invoice_overdue',
  'credit_note_issued',
  'payment_received',
  'payment_failed',
  'payment_refunded',
] as const;
export type MoneyMessage = (typeof MONEY_MESSAGES)[number];

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
  ...MONEY_MESSAGES,
  'webhook_disabled',
  ...BOOKING_MESSAGES,
  ...RECORD_MESSAGES,
  'pause_warning',
  ...STAFF_MESSAGES,
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

export function isBookingMessage(kind: NotificationKind): kind is BookingMessage {
  return (BOOKING_MESSAGES as readonly NotificationKind[]).includes(kind);
}

export function isRecordMessage(kind: NotificationKind): kind is RecordMessage {
  return (RECORD_MESSAGES as readonly NotificationKind[]).includes(kind);
}

export function isMoneyMessage(kind: NotificationKind): kind is MoneyMessage {
  return (MONEY_MESSAGES as readonly NotificationKind[]).includes(kind);
}

/** What concerns somebody's account: no preference, complaint or quiet hour stops it. */
const SECURITY: readonly NotificationKind[] = ['password_reset', 'password_changed'];

export function isSecurity(kind: NotificationKind): boolean {
  return SECURITY.includes(kind);
}

type PlatformsOwn = 'password_reset' | 'password_changed' | 'template_broken' | 'webhook_disabled';
type OwnKind = Exclude<NotificationKind, PlatformsOwn>;

/** The messages that a school may put into its own words: all that it sends, not what the platform does. */
export const OWN_KINDS = NOTIFICATION_KINDS.filter(
  (kind) => !isSecurity(kind) && kind !== 'template_broken' && kind !== 'webhook_disabled',
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
