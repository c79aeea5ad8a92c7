import { derivedId } from '../shared/new-id.ts';
import type { Store } from '../store/store.ts';
import { notificationEntity } from './notification.entity.ts';
import type { Channel, NotificationKind, NotificationStatus } from './notification.ts';

/** That somebody was told of something, and how far the message came. */
export type Evidence = {
  notificationId: string;
  kind: NotificationKind;
  channel: Channel;
  status: NotificationStatus;
  createdAt: string;
  sentAt: string | null;
  deliveredAt: string | null;
};

const CHANNELS: readonly Channel[] = ['email', 'sms'];

/**
 * The messages that events made for one person, by event. Their ids follow from the event's, so they
 * are read directly, in one request for every hundred.
 */
export async function evidenceOf(
  store: Store,
  schoolId: string,
  personId: string,
  eventIds: readonly string[],
): Promise<Map<string, Evidence[]>> {
  const wanted = eventIds.flatMap((eventId) => CHANNELS.map((channel) => ({ eventId, channel })));
  const rows = await store.getAll(
    ...wanted.map(({ eventId, channel }) => {
      const notificationId = derivedId('ntf', eventId, personId, channel);
      const key = notificationEntity.get({ owner: schoolId, notificationId });
      return [notificationEntity, key] as const;
    }),
  );
  const found = new Map<string, Evidence[]>(eventIds.map((eventId) => [eventId, []]));
  for (const row of rows) {
    if (!row) continue;
    const { notificationId, kind, channel, status, createdAt, sentAt, deliveredAt } = row;
    found.get(row.eventId)?.push({
      ...{ notificationId, kind, channel, status, createdAt },
      sentAt: sentAt ?? null,
      deliveredAt: deliveredAt ?? null,
    });
  }
  return found;
}
