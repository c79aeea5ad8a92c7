import type { EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item is the link at the end of every SMS of one school to one person, by its token's hash. */
export const optOutEntity = tableEntity(
  {
    model: { entity: 'opt-out', version: '1', service: SERVICE },
    attributes: {
      tokenHash: { type: 'string', required: true },
      personId: { type: 'string', required: true },
      schoolId: { type: 'string', required: true },
      createdAt: { type: 'string', required: true },
    },
    indexes: { byHash: KEYS.optOut },
  },
  TABLE,
);

export type OptOutRow = EntityItem<typeof optOutEntity>;
