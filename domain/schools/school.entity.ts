import { CustomAttributeType, type EntityItem } from 'electrodb';
import { customType, SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Address, Language, SchoolStatus } from './school.ts';

/** One item is one school. */
export const schoolEntity = tableEntity(
  {
    model: { entity: 'school', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      name: { type: 'string', required: true },
      slug: { type: 'string', required: true },
      timeZone: { type: 'string', required: true },
      currency: { type: 'string', required: true },
      language: { type: CustomAttributeType<Language>('string'), required: true },
      country: { type: 'string', required: true },
      address: { type: customType<Address>(), required: true },
      contactEmail: { type: 'string', required: true },
      contactPhone: { type: 'string', required: true },
      vatNumber: { type: 'string' },
      status: { type: CustomAttributeType<SchoolStatus>('string'), required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: {
      byId: { ...KEYS.school },
      allByCreation: { index: 'bySchoolAndTime', ...KEYS.schoolList },
    },
  },
  TABLE,
);

export type SchoolRow = EntityItem<typeof schoolEntity>;
