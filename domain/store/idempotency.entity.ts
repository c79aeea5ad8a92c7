import { CustomAttributeType } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from './entity.ts';
import { KEYS } from './keys.ts';

/**
 * One item is one answered request: a person's `Idempotency-Key`, the fingerprint of what was asked
 * and the result that was committed in the same transaction, or, where nothing changed, the whole
 * answer. Lives 24 hours; the table's own expiry
 * is slow, so readers compare `expiresAt`.
 */
export const idempotencyEntity = tableEntity(
  {
    model: { entity: 'idempotency', version: '1', service: SERVICE },
    attributes: {
      personId: { type: 'string', required: true },
      keyHash: { type: 'string', required: true },
      fingerprint: { type: 'string', required: true },
      result: { type: CustomAttributeType<unknown>('any') },
      answer: { type: CustomAttributeType<unknown>('any') },
      expiresAt: { type: 'string', required: true },
      ttl: { type: 'number', required: true },
    },
    indexes: { byKey: KEYS.idempotency },
  },
  TABLE,
);
