import { CustomAttributeType, type EntityItem } from 'electrodb';
import type { Language } from '../schools/school.ts';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/** One item is one identity: the sign-in e-mail, whether a password exists, and personal preferences. */
export const personEntity = tableEntity(
  {
    model: { entity: 'person', version: '1', service: SERVICE },
    attributes: {
      personId: { type: 'string', required: true },
      email: { type: 'string', required: true },
      hasPassword: { type: 'boolean', required: true },
      platformAdmin: { type: 'boolean', required: true },
      /** tokens from a sign-in before this moment are refused: set when the password is reset */
      sessionsValidFrom: { type: 'string' },
      /** null until the person chose one: then the school's record of their language counts */
      language: { type: CustomAttributeType<Language>('string') },
      sms: { type: 'boolean', required: true },
      marketing: { type: 'boolean', required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { byId: KEYS.person },
  },
  TABLE,
);

export type PersonRow = EntityItem<typeof personEntity>;

/** One item is the claim of one identity on one address: the keyed hash of the e-mail -> the person. */
export const emailEntity = tableEntity(
  {
    model: { entity: 'email', version: '1', service: SERVICE },
    attributes: {
      emailKey: { type: 'string', required: true },
      personId: { type: 'string', required: true },
    },
    indexes: { byAddress: KEYS.email },
  },
  TABLE,
);
