import { CustomAttributeType, type EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Row } from '../store/port.ts';
import type { Platform } from './platform.ts';

/**
 * One item is what one platform is to be told of one thing: of a student (e-teori) or of the school
 * itself (findkoreskole). There is one per thing, so that telling twice is a matter of the key; what
 * is told is read just before the call. The school's own item at e-teori is the roll: that all its
 * students are to be planned, and how far that has come.
 */
export const platformTaskEntity = tableEntity(
  {
    model: { entity: 'platform-task', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      platform: { type: CustomAttributeType<Platform>('string'), required: true },
      /** the student's or the school's id */
      subjectId: { type: 'string', required: true },
      /** `refused` waits for a person: its message is on its way to the dead letters, or there */
      status: { type: ['pending', 'done', 'refused'] as const, required: true },
      /** counts the wishes; what was wished while a call was under way is told after it */
      wanted: { type: 'number', required: true },
      /** hash of what was told last: nothing new is not told again */
      told: { type: 'string' },
      /** the platform's own id */
      externalId: { type: 'string' },
      /** tries since the last wish or success */
      attempts: { type: 'number', required: true },
      lastError: { type: 'string' },
      /** a worker is at it until this moment; others wait */
      claimedUntil: { type: 'string' },
      /** of a roll: behind which student of the list it goes on */
      cursor: { type: CustomAttributeType<Row>('any') },
      /** in no queue until then: the platform is being left alone */
      parkedUntil: { type: 'string' },
      doneAt: { type: 'string' },
      correlationId: { type: 'string', required: true },
      createdAt: { type: 'string', required: true },
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: {
      bySubject: KEYS.platformTask,
      due: {
        index: 'byDue',
        ...KEYS.platformTaskDue,
        condition: ({ dueAt }) => dueAt !== undefined,
      },
    },
  },
  TABLE,
);

export type PlatformTaskRow = EntityItem<typeof platformTaskEntity>;

/** One item per platform: whether it is being left alone after it failed, until when, and since when. */
export const platformPauseEntity = tableEntity(
  {
    model: { entity: 'platform-pause', version: '1', service: SERVICE },
    attributes: {
      platform: { type: CustomAttributeType<Platform>('string'), required: true },
      /** pauses in a row; each is twice as long as the one before */
      failures: { type: 'number', required: true },
      since: { type: 'string' },
      pausedUntil: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: { byPlatform: KEYS.platformPause },
  },
  TABLE,
);

export type PlatformPauseRow = EntityItem<typeof platformPauseEntity>;
