import { CustomAttributeType } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item is the claim of one school on an address in URLs: `slug#nordby` -> its id. */
export const slugEntity = tableEntity(
  {
    model: { entity: 'slug', version: '1', service: SERVICE },
    attributes: {
      slug: { type: 'string', required: true },
      schoolId: { type: 'string', required: true },
    },
    indexes: { bySlug: KEYS.slug },
  },
  TABLE,
);

/** One item is what a school changed of the default settings, as a merge patch over them. */
export const settingsEntity = tableEntity(
  {
    model: { entity: 'settings', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      changes: { type: CustomAttributeType<Record<string, unknown>>('any'), required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.settings },
  },
  TABLE,
);
