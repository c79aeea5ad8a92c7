import { CustomAttributeType, type EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Channel } from './notification.ts';

/**
 * One item is one message as its provider knows it: who reports on it names only the provider's id.
 * It goes by itself once no report is to be expected any more.
 */
export const sentMessageEntity = tableEntity(
  {
    model: { entity: 'sent-message', version: '1', service: SERVICE },
    attributes: {
      providerId: { type: 'string', required: true },
      channel: { type: CustomAttributeType<Channel>('string'), required: true },
      owner: { type: 'string', required: true },
      notificationId: { type: 'string', required: true },
      schoolId: { type: 'string' },
      /** keyed hash of the address it went to, which may have been changed when the provider reports */
      addressKey: { type: 'string', required: true },
      ttl: { type: 'number', required: true },
    },
    indexes: { byProviderId: KEYS.sentMessage },
  },
  TABLE,
);

export type SentMessageRow = EntityItem<typeof sentMessageEntity>;
