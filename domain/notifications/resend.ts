import { notificationResent } from '../../events/notifications.ts';
import { issueLink } from '../people/issue-link.ts';
import type { CallerScope } from '../people/scope.ts';
import { DomainError } from '../shared/errors.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import { plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import { create } from '../store/write.ts';
import { UNTOUCHED_AFTER } from './create-notification.ts';
import { linkExpiry, linkOf } from './links.ts';
import { readNotification } from './list-notifications.ts';
import { type NotificationRow, notificationEntity } from './notification.entity.ts';
import { isOpen } from './status.ts';
import { type NotificationView, notificationView } from './views.ts';

/**
 * Sends a notification once more, on purpose: a new one, which says which one it repeats, with a link
 * of its own where it has one. Names, times and amounts are read again when it goes, so what is no
 * longer true is not sent. Throws `not_found`, `conflict` while the first is still on its way.
 */
export async function resend(
  context: Context,
  schoolId: SchoolId,
  scope: CallerScope,
  notificationId: string,
): Promise<NotificationView> {
  const { keys, now } = context;
  const newId = context.newId('ntf');
  return context.store.transact(context, async () => {
    const first = await readNotification(context, schoolId, scope, notificationId);
    if (isOpen(first.status)) {
      throw new DomainError('conflict', `This notification is ${first.status}: it is still to go.`);
    }
    const { kind, channel, about, booking, eventId } = first;
    const personId = first.personId as PersonId;
    const createdAt = now();
    const row: NotificationRow = {
      ...{ owner: schoolId, notificationId: newId, schoolId, personId, eventId, kind, channel },
      ...{ about, ...(booking && { booking }) },
      ...{ resendOf: notificationId, status: 'queued', attempts: 0 },
      correlationId: context.correlationId,
      ...dueAt(plusMilliseconds(createdAt, UNTOUCHED_AFTER), newId),
      ...{ createdAt, version: 1 },
    };
    const link = linkOf(kind);
    const token = link && {
      ...{ token: keys.linkToken(newId), purpose: link.purpose, personId, schoolId },
      bookingId: link.purpose === 'signing' ? about.bookingId : undefined,
      ...{ notificationId: newId, expiresAt: linkExpiry(link, createdAt) },
    };
    return {
      writes: [create(notificationEntity.create(row)), ...(token ? [issueLink(token)] : [])],
      events: [
        notificationResent.of(schoolId, { id: newId, version: 1 }, { notificationId: newId }),
      ],
      result: notificationView(row),
    };
  });
}
