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
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];
