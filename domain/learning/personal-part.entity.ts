import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { PersonalPart } from './entry.ts';

/** One item is what of an entry is personal. Erasing it leaves the entry, which knows only its digest. */
export const personalPartEntity = tableEntity(
  {
    model: { entity: 'personal-part', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      studentId: { type: 'string', required: true },
      sequenceKey: { type: 'string', required: true },
      personal: { type: customType<PersonalPart>(), required: true },
    },
    indexes: { bySequence: KEYS.personalPart },
  },
  TABLE,
);
