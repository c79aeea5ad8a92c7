import { CustomAttributeType, type EntityItem } from 'electrodb';
import { SERVICE, TABLE, tableEntity } from '../store/entity.ts';
import { KEYS } from '../store/keys.ts';
import { DELIVERY_STATUSES } from './delivery-status.ts';

/** An event as an endpoint is told it: ids and facts. `version` is that of the subject; no order is promised. */
export type WebhookPayload = {
  id: string;
  type: string;
  schemaVersion: number;
  schoolId: string;
  at: string;
  subject: { id: string; version: number };
  data: unknown;
};

/**
 * One item is one event to one endpoint, by both their ids: a copy of the event finds it. Kept for 30
 * days, so that it can be replayed; one that came while the endpoint was disabled is `skipped`.
 */
export const webhookDeliveryEntity = tableEntity(
  {
    model: { entity: 'webhook-delivery', version: '1', service: SERVICE },
    attributes: {
      schoolId: { type: 'string', required: true },
      endpointId: { type: 'string', required: true },
      eventId: { type: 'string', required: true },
      payload: { type: CustomAttributeType<WebhookPayload>('any'), required: true },
      /** when the event happened */
      occurredAt: { type: 'string', required: true },
      status: { type: DELIVERY_STATUSES, required: true },
      /** tries since it was planned or replayed last */
      attempts: { type: 'number', required: true },
      lastError: { type: 'string' },
      /** the last answer's HTTP status */
      lastStatus: { type: 'number' },
      firstTriedAt: { type: 'string' },
      deliveredAt: { type: 'string' },
      claimedUntil: { type: 'string' },
      /** in no queue until then */
      parkedUntil: { type: 'string' },
      createdAt: { type: 'string', required: true },
      dueAt: { type: 'string' },
      dueDay: { type: 'string' },
      dueShard: { type: 'string' },
      version: { type: 'number', required: true },
      ttl: { type: 'number', required: true },
    },
    indexes: {
      byEvent: KEYS.webhookDelivery,
      byTime: { index: 'bySchoolAndTime', ...KEYS.webhookDeliveriesByTime },
      due: {
        index: 'byDue',
        ...KEYS.webhookDeliveryDue,
        condition: ({ dueAt }) => dueAt !== undefined,
      },
    },
  },
  TABLE,
);

export type WebhookDeliveryRow = EntityItem<typeof webhookDeliveryEntity>;
