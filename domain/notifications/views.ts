import type { NotificationRow } from './notification.entity.ts';

/** A notification as staff see it: what, to whom, what became of it. Neither its text nor its address. */
export function notificationView(row: NotificationRow) {
  return {
    id: row.notificationId,
    eventId: row.eventId,
    kind: row.kind,
    channel: row.channel,
    personId: row.personId,
    status: row.status,
    attempts: row.attempts,
    lastError: row.lastError ?? null,
    providerId: row.providerId ?? null,
    resendOf: row.resendOf ?? null,
    insteadOf: row.insteadOf ?? null,
    /** while `held`: when it goes */
    heldUntil: row.status === 'held' ? (row.dueAt ?? null) : null,
    createdAt: row.createdAt,
    sentAt: row.sentAt ?? null,
    deliveredAt: row.deliveredAt ?? null,
    version: row.version,
  };
}

export type NotificationView = ReturnType<typeof notificationView>;
