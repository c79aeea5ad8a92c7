import type { NotificationStatus } from './notification.ts';

/**
 * The status machine. Provider callbacks come in any order and more than once, so a status may only
 * rise: what is not listed here is an old story told late, and is ignored.
 */
const NEXT: Record<NotificationStatus, readonly NotificationStatus[]> = {
  queued: [
    'held',
    'sent',
    'delivered',
    'undelivered',
    'bounced',
    'failed',
    'suppressed',
    'superseded',
    'expired',
  ],
  // Held until quiet hours end; it may meanwhile be told otherwise, or become too late to matter.
  held: ['queued', 'suppressed', 'superseded', 'expired'],
  sent: ['delivered', 'undelivered', 'bounced', 'failed'],
  // A mailbox may take a mail and give it back.
  delivered: ['bounced'],
  undelivered: [],
  bounced: [],
  failed: [],
  suppressed: [],
  superseded: [],
  expired: [],
};

export function mayBecome(from: NotificationStatus, to: NotificationStatus): boolean {
  return NEXT[from].includes(to);
}

/** True while somebody still has to send it. */
export function isOpen(status: NotificationStatus): boolean {
  return status === 'queued' || status === 'held';
}
