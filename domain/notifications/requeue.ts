import { type Instant, millisecondsBetween, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import type { DueKind } from '../store/sweep-due.ts';
import { replace } from '../store/write.ts';
import { release } from './create-change.ts';
import { UNTOUCHED_AFTER } from './create-notification.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import type { OutgoingQueues } from './outgoing.ts';
import { isOpen } from './status.ts';

const KEY = /^(?<owner>(?:sch|per)_[0-9a-z]{26})#ntf#(?<notificationId>ntf_[0-9a-z]{26})$/;

/**
 * Notifications whose time has come, and those that no sender has taken. What quiet hours or a limit
 * held back goes to its sender, who looks at it afresh. Those that waited for further changes of their booking are
 * released: the wait is over. Of the others the process died between the row and its queue message,
 * or the message was lost. Either is enqueued, and looked at again after twice the time.
 *
 * Once a sender has taken a row it is due no more: from then on its queue message exists, in the
 * queue or among the dead letters, and a second one would only be noise.
 */
export function untouchedNotifications(queues: OutgoingQueues): DueKind {
  return {
    name: 'untouched-notification',
    owns: ({ pk, sk }) => sk === 'notification' && KEY.test(pk),
    async carryOut(context, { pk }) {
      const { owner = '', notificationId = '' } = KEY.exec(pk)?.groups ?? {};
      const row = await pushOn(context, owner, notificationId);
      if (row) await queues.enqueue(row.channel, { owner, notificationId });
    },
  };
}

/** Claims the row for this sweep by moving its due time on; null when there is nothing to enqueue. */
function pushOn(
  context: Context,
  owner: string,
  notificationId: string,
): Promise<NotificationRow | null> {
  const { store } = context;
  return store.transact<NotificationRow | null>(context, async () => {
    const row = await store.get(
      notificationEntity,
      notificationEntity.get({ owner, notificationId }),
    );
    const now = context.now();
    if (!row?.dueAt || row.dueAt > now) return { writes: [], result: null };
    const untouched = isOpen(row.status);
    const { writes, released } =
      row.notBefore === undefined
        ? { writes: [], released: notDue(row) }
        : await release(context, row);
    const next = {
      ...(released as NotificationRow),
      ...(row.status === 'held' && { status: 'queued' as const }),
      ...(untouched && dueAt(nextLook(row.createdAt as Instant, now), notificationId)),
      version: row.version + 1,
    };
    return {
      writes: [replace(notificationEntity, next), ...writes],
      result: untouched ? next : null,
    };
  });
}

/** 5 minutes after it was made, then 10, 20, 40 ...: a queue that stands still is not flooded. */
function nextLook(createdAt: Instant, now: Instant): Instant {
  return plusMilliseconds(now, Math.max(UNTOUCHED_AFTER, millisecondsBetween(createdAt, now)));
}
