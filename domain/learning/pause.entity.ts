import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item says when a student was last taught, and which warnings of the pause since are behind. */
export const pauseEntity = tableEntity(
  {
    model: { entity: 'pause', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      /** the day in the school's zone; absent: what had been taught turned out not to be */
      lastTaughtOn: { type: 'string' },
      /** days after which the student was warned, or after which it was too late to */
      handled: { type: customType<number[]>(), required: true },
      /** the next warning */
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      version: { type: 'number', required: true },
    },
    indexes: {
      byStudent: KEYS.pause,
      due: { index: 'byDue', ...KEYS.pauseDue, condition: ({ dueAt }) => dueAt !== undefined },
    },
  },
  TABLE,
);

export type PauseRow = EntityItem<typeof pauseEntity>;
