import { derivedId } from '../shared/new-id.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import { create } from '../store/write.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { NotificationStatus } from './notification.ts';
import type { OutgoingMessage, OutgoingQueues } from './outgoing.ts';

/** Ways for an SMS to end that say nothing against telling: the reader still needs to know. */
const UNHEARD: readonly NotificationStatus[] = ['suppressed', 'failed', 'undelivered'];

/**
 * Tells by e-mail what could not be told by SMS. A mail that tells of the same event has the very id
 * that this one would get, so whoever gets both kinds of messages is not told twice.
 */
export async function tellByEmailInstead(
  context: Context,
  message: OutgoingMessage,
  queues: OutgoingQueues,
): Promise<NotificationRow | null> {
  const { store } = context;
  const made = await store.transact<NotificationRow | null>(context, async () => {
    const nothing = { writes: [], result: null };
    const sms = await store.get(notificationEntity, notificationEntity.get(message));
    if (sms?.channel !== 'sms' || !UNHEARD.includes(sms.status)) return nothing;
    const { owner, eventId, personId, kind, about, booking, schoolId, correlationId } = sms;
    const key = { owner, notificationId: derivedId('ntf', eventId, personId, 'email') };
    const mail = await store.get(notificationEntity, notificationEntity.get(key));
    // Ours, from a try that died before the queue had it; or one that was planned anyway.
    if (mail) return { writes: [], result: mail.insteadOf === sms.notificationId ? mail : null };
    const row: NotificationRow = {
      ...{ ...key, personId, eventId, kind, channel: 'email', about, correlationId },
      ...(schoolId && { schoolId }),
      ...(booking && { booking }),
      ...{ insteadOf: sms.notificationId, status: 'queued', attempts: 0 },
      ...dueAt(context.now(), key.notificationId),
      ...{ createdAt: context.now(), version: 1 },
    };
    return { writes: [create(notificationEntity.create(row))], result: row };
  });
  if (made?.status === 'queued') {
    await queues.enqueue('email', { owner: made.owner, notificationId: made.notificationId });
  }
  return made;
}
