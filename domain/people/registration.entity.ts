import { CustomAttributeType, type EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { StoredForm } from './registration.ts';

/**
 * One item is one registration as a visitor or a platform sent it, until and after a consumer enrols it. The same
 * row whether or not the address is known, so that the answer tells a stranger nothing.
 */
export const registrationEntity = tableEntity(
  {
    model: { entity: 'registration', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      registrationId: { type: 'string', required: true },
      /** null once carried out: the school's profile of the student then holds what is needed */
      form: { type: CustomAttributeType<StoredForm>('any') },
      status: { type: ['received', 'carried_out'] as const, required: true },
      personId: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
      ttl: { type: 'number', required: true },
    },
    indexes: { byId: KEYS.registration },
  },
  TABLE,
);

export type RegistrationRow = EntityItem<typeof registrationEntity>;
