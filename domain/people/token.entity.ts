import { CustomAttributeType, type EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/**
 * What a mailed link is for. `set_password` and `invitation` activate a membership, `confirm` does for
 * who has a password; `signing` shows what is to be signed and changes nothing.
 */
export type TokenPurpose = 'set_password' | 'confirm' | 'invitation' | 'password_reset' | 'signing';

/**
 * One item is one mailed link, found by the hash of its token. It carries the school it leads to,
 * because who opens it has not signed in.
 */
export const tokenEntity = tableEntity(
  {
    model: { entity: 'token', version: '1', service: SERVICE },
    attributes: {
      tokenHash: { type: 'string', required: true },
      purpose: { type: CustomAttributeType<TokenPurpose>('string'), required: true },
      personId: { type: 'string', required: true },
      /** absent for a password reset, which concerns no school */
      schoolId: { type: 'string' },
      /** the lesson that a `signing` link leads to */
      bookingId: { type: 'string' },
      notificationId: { type: 'string', required: true },
      expiresAt: { type: 'string', required: true },
      usedAt: { type: 'string' },
      /** somebody is redeeming it: others wait until this moment */
      claimedUntil: { type: 'string' },
      version: { type: 'number', required: true },
      ttl: { type: 'number', required: true },
    },
    indexes: { byHash: KEYS.token },
  },
  TABLE,
);

export type TokenRow = EntityItem<typeof tokenEntity>;
