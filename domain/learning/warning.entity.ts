import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Warning } from './warning.ts';

/**
 * One item says that a student was to be warned or reminded: by which event, and thus by which
 * notifications. Kept as evidence, so never changed.
 */
export const warningEntity = tableEntity(
  {
    model: { entity: 'warning', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      eventId: { type: 'string', required: true },
      about: { type: customType<Warning>(), required: true },
      at: { type: 'string', required: true },
    },
    indexes: { byEvent: KEYS.warning },
  },
  TABLE,
);

export type WarningRow = EntityItem<typeof warningEntity>;
