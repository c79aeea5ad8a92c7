import type { EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item is the end of a student's record: whoever adds an entry replaces it under its version. */
export const chainEntity = tableEntity(
  {
    model: { entity: 'chain', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      /** how many entries there are */
      count: { type: 'number', required: true },
      /** the hash of the last */
      hash: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { byStudent: KEYS.chain },
  },
  TABLE,
);

export type ChainRow = EntityItem<typeof chainEntity>;
