import { CustomAttributeType, type EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type {
  Channel,
  NotificationKind,
  NotificationStatus,
  ToldOfBooking,
} from './notification.ts';

/**
 * One item is one message to one person by one channel, because of one event. Its id is derived from
 * (event, person, channel), so a duplicate event finds the row instead of adding one. It holds no
 * address and no text: both are read just before sending.
 */
export const notificationEntity = tableEntity(
  {
    model: { entity: 'notification', version: '1', service: SERVICE },
    attributes: {
      /** the school that tells, or the person when the platform itself does (password reset) */
      owner: { type: 'string', required: true },
      notificationId: { type: 'string', required: true },
      schoolId: { type: 'string' },
      personId: { type: 'string', required: true },
      eventId: { type: 'string', required: true },
      kind: { type: CustomAttributeType<NotificationKind>('string'), required: true },
      channel: { type: CustomAttributeType<Channel>('string'), required: true },
      /** what the text is about: ids that are read again just before sending */
      about: { type: CustomAttributeType<Record<string, string>>('any'), required: true },
      /** messages about a booking: which state of it they tell */
      booking: { type: customType<ToldOfBooking>() },
      status: { type: CustomAttributeType<NotificationStatus>('string'), required: true },
      attempts: { type: 'number', required: true },
      lastError: { type: 'string' },
      providerId: { type: 'string' },
      /** staff sent that one again, knowingly */
      resendOf: { type: 'string' },
      /** the SMS that could not go and that this mail tells instead */
      insteadOf: { type: 'string' },
      correlationId: { type: 'string', required: true },
      /** a sender is at work until this moment; a second copy of the queue message waits */
      claimedUntil: { type: 'string' },
      /** when a sender first took it: what it may already have handed to a provider is no older */
      firstTriedAt: { type: 'string' },
      sentAt: { type: 'string' },
      deliveredAt: { type: 'string' },
      /** a change of a booking that waits for further ones: in no queue until the sweep releases it */
      notBefore: { type: 'string' },
      /** until a sender has taken it: when the sweep releases it, or looks for its lost queue message */
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byId: KEYS.notification,
      byTime: { index: 'bySchoolAndTime', ...KEYS.notificationsByTime },
      due: {
        index: 'byDue',
        ...KEYS.notificationDue,
        condition: ({ dueAt }) => dueAt !== undefined,
      },
    },
  },
  TABLE,
);

export type NotificationRow = EntityItem<typeof notificationEntity>;
