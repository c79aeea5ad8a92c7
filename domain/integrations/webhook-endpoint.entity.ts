import { CustomAttributeType, type EntityItem } from 'electrodb';
import type { EventName } from '../../events/catalogue.ts';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';

/**
 * One item is one address at which a school wants its events. Its secret is derived from the
 * deployment's key, the id and `secretVersion`: nothing secret is stored.
 */
export const webhookEndpointEntity = tableEntity(
  {
    model: { entity: 'webhook-endpoint', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      endpointId: { type: 'string', required: true },
      url: { type: 'string', required: true },
      events: { type: CustomAttributeType<EventName[]>('any'), required: true },
      status: { type: ['enabled', 'disabled'] as const, required: true },
      disabledReason: { type: ['manual', 'failing', 'gone'] as const },
      secretVersion: { type: 'number', required: true },
      /** the secret before is used beside the new one until then */
      previousSecretUntil: { type: 'string' },
      /** nothing has arrived since then; absent while all is well */
      failingSince: { type: 'string' },
      createdAt: { type: 'string', required: true },
      version: { type: 'number', required: true },
    },
    indexes: { bySchool: KEYS.webhookEndpoint },
  },
  TABLE,
);

export type WebhookEndpointRow = EntityItem<typeof webhookEndpointEntity>;
