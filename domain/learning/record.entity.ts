import type { EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item is one entry of a student's record. Never changed, never deleted. */
export const recordEntryEntity = tableEntity(
  {
    model: { entity: 'record-entry', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      /** 1, 2, 3 ... per student, zero-padded to ten digits so that keys sort like numbers */
      sequenceKey: { type: 'string', required: true },
      /** canonical JSON, as text: what the hash is over, byte for byte */
      content: { type: 'string', required: true },
      hash: { type: 'string', required: true },
    },
    indexes: { bySequence: KEYS.recordEntry },
  },
  TABLE,
);

export type RecordEntryRow = EntityItem<typeof recordEntryEntity>;
