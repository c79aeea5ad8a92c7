import type { EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { AvailabilityException, WeeklyWindow } from './availability.ts';

/** One item is when one teacher teaches. Without it they are never available. */
export const availabilityEntity = tableEntity(
  {
    model: { entity: 'availability', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      teacherId: { type: 'string', required: true },
      weekly: { type: customType<WeeklyWindow[]>(), required: true },
      exceptions: { type: customType<AvailabilityException[]>(), required: true },
      version: { type: 'number', required: true },
    },
    indexes: { byTeacher: KEYS.availability },
  },
  TABLE,
);

export type AvailabilityRow = EntityItem<typeof availabilityEntity>;
