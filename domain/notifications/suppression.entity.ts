import { CustomAttributeType, type EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import type { Channel } from './notification.ts';
import type { SuppressionReason } from './suppression.ts';

/**
 * One item is one mailbox or number that is written to no more, by the keyed hash of the address:
 * whoever reads the table learns no address. It holds for every school, since the address does.
 */
export const suppressionEntity = tableEntity(
  {
    model: { entity: 'suppression', version: '1', service: SERVICE },
    attributes: {
      channel: { type: CustomAttributeType<Channel>('string'), required: true },
      addressKey: { type: 'string', required: true },
      reason: { type: CustomAttributeType<SuppressionReason>('string'), required: true },
      /** the provider's code, `ses_General`, `twilio_21610` */
      code: { type: 'string', required: true },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { byAddress: KEYS.suppression },
  },
  TABLE,
);

export type SuppressionRow = EntityItem<typeof suppressionEntity>;
