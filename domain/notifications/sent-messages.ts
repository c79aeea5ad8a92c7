import { DAY, epochSeconds, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { create } from '../store/write.ts';
import type { NotificationRow } from './notification.entity.ts';
import { type SentMessageRow, sentMessageEntity } from './sent-message.entity.ts';

/** Complaints come weeks after the mail, other reports within days. */
const KEPT_FOR = 90 * DAY;
/** What a provider's id is made of; nothing else becomes part of a key. */
const ID = /^[A-Za-z0-9_.@=+-]{1,200}$/;

/** The notification behind a provider's id, or null. */
export async function findSentMessage(
  { store }: Context,
  providerId: string,
): Promise<SentMessageRow | null> {
  if (!ID.test(providerId)) return null;
  return store.get(sentMessageEntity, sentMessageEntity.get({ providerId }));
}

/**
 * The write that lets a provider's reports find their notification; none when it is there already.
 * `isNew`: taken to be absent without a look; the write fails as a lost race if it is not.
 */
export async function rememberSent(
  context: Context,
  row: NotificationRow,
  { providerId, addressKey }: { providerId: string; addressKey: string },
  { isNew = false } = {},
): Promise<TransactItem[]> {
  if (!ID.test(providerId)) return [];
  if (!isNew && (await findSentMessage(context, providerId))) return [];
  const { channel, owner, notificationId, schoolId } = row;
  return [
    create(
      sentMessageEntity.create({
        ...{ providerId, channel, owner, notificationId, addressKey },
        ...(schoolId && { schoolId }),
        ttl: epochSeconds(plusMilliseconds(context.now(), KEPT_FOR)),
      }),
    ),
  ];
}
