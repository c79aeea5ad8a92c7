import { DAY, type Instant, millisecondsBetween } from '../shared/instant.ts';
import type { NotificationKind } from './notification.ts';

/**
 * How long a message is worth sending when a provider was down, or a dead letter waited for somebody.
 * Links and lessons have their own ends (`links.ts`, `booking-facts.ts`); what somebody owes does not
 * become untrue by waiting.
 */
const WORTH_SENDING_FOR: Partial<Record<NotificationKind, number>> = {
  enrolled: 30 * DAY,
  already_registered: 7 * DAY,
  password_changed: 7 * DAY,
  booking_completed: 7 * DAY,
  staff_message: 7 * DAY,
  template_broken: 30 * DAY,
};

export function isTooLate(kind: NotificationKind, createdAt: Instant, now: Instant): boolean {
  const worth = WORTH_SENDING_FOR[kind];
  return worth !== undefined && millisecondsBetween(createdAt, now) > worth;
}
