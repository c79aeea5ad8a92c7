import { SERVICE, TABLE, tableEntity } from './entity.ts';
import { KEYS } from './keys.ts';

/** One item says how far a sweep has come: nothing before `hour` is left undone. */
export const sweepMarkEntity = tableEntity(
  {
    model: { entity: 'sweep-mark', version: '1', service: SERVICE },
    attributes: {
      sweep: { type: 'string', required: true },
      /** a UTC hour, `2026-11-22T09` */
      hour: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySweep: KEYS.sweepMark },
  },
  TABLE,
);
