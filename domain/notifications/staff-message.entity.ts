import { CustomAttributeType, type EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Channel } from './notification.ts';

/**
 * One item is what staff wrote to an audience, and how far the telling has come: the recipients before
 * `told` have their notifications. Its version is what two workers with one message meet on.
 */
export const staffMessageEntity = tableEntity(
  {
    model: { entity: 'staff-message', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      messageId: { type: 'string', required: true },
      writtenBy: { type: 'string', required: true },
      channels: { type: CustomAttributeType<Channel[]>('any'), required: true },
      subject: { type: 'string' },
      body: { type: 'string', required: true },
      recipients: { type: 'number', required: true },
      told: { type: 'number', required: true },
      /** the event that every notification of it names; known once the first chunk is told */
      eventId: { type: 'string' },
      correlationId: { type: 'string', required: true },
      /** while unfinished: when the sweep looks whether anybody is still at it */
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byId: KEYS.staffMessage,
      due: {
        index: 'byDue',
        ...KEYS.staffMessageDue,
        condition: ({ dueAt }) => dueAt !== undefined,
      },
    },
  },
  TABLE,
);

export type StaffMessageRow = EntityItem<typeof staffMessageEntity>;

/** One item is a part of the audience as it was when the message was written: who, in order. */
export const staffMessagePartEntity = tableEntity(
  {
    model: { entity: 'staff-message-part', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      messageId: { type: 'string', required: true },
      /** `0001`, `0002`, ... */
      partKey: { type: 'string', required: true },
      personIds: { type: CustomAttributeType<string[]>('any'), required: true },
    },
    indexes: { byMessage: KEYS.staffMessagePart },
  },
  TABLE,
);
