import type { TokenPurpose } from '../people/token.entity.ts';
import { DAY, HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts';
import type { NotificationKind } from './notification.ts';

/** The link in a message that only its reader can open: what it is for, where it leads, how long it lives. */
export type LinkKind = {
  purpose: TokenPurpose;
  page: 'set-password' | 'confirm' | 'sign';
  lifetime: number;
};

const WEEK = 7 * DAY;
const SIGNING: LinkKind = { purpose: 'signing', page: 'sign', lifetime: 30 * DAY };

const LINKS: Record<NotificationKind, LinkKind | null> = {
  welcome: { purpose: 'set_password', page: 'set-password', lifetime: WEEK },
  confirm_enrolment: { purpose: 'confirm', page: 'confirm', lifetime: WEEK },
  invitation: { purpose: 'invitation', page: 'set-password', lifetime: WEEK },
  confirm_staff: { purpose: 'confirm', page: 'confirm', lifetime: WEEK },
  password_reset: { purpose: 'password_reset', page: 'set-password', lifetime: HOUR },
  enrolled: null,
  already_registered: null,
  password_changed: null,
  invoice_issued: null,
  invoice_due: null,
  invoice_overdue: null,
  credit_note_issued: null,
  payment_received: null,
  payment_failed: null,
  payment_refunded: null,
  webhook_disabled: null,
  booking_confirmed: null,
  booking_moved: null,
  booking_changed: null,
  booking_cancelled: null,
  booking_completed: null,
  booking_reminder: null,
  signature_request: SIGNING,
  signature_reminder: SIGNING,
  signature_receipt: null,
  correction_raised: null,
  correction_accepted: null,
  correction_rejected: null,
  dispute_raised: null,
  dispute_accepted: null,
  dispute_rejected: null,
  pause_warning: null,
  staff_message: null,
  template_broken: null,
};

/** The secret link that messages of a kind carry, or null. */
export function linkOf(kind: NotificationKind): LinkKind | null {
  return LINKS[kind];
}

export function linkExpiry(link: LinkKind, createdAt: Instant): Instant {
  return plusMilliseconds(createdAt, link.lifetime);
}

/** The address in a message: `{portal}/sign/{token}`, `{portal}/confirm?token={token}`. */
export function linkUrl({ page }: LinkKind, portalUrl: string, token: string): string {
  return page === 'sign' ? `${portalUrl}/${page}/${token}` : `${portalUrl}/${page}?token=${token}`;
}
