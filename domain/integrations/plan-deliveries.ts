import type { EventEnvelope } from '../../events/define.ts';
import { DAY, epochSeconds, MINUTE, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import { create } from '../store/write.ts';
import { readEndpoints } from './change-endpoints.ts';
import type { IntegrationQueues } from './integration-queues.ts';
import { type WebhookDeliveryRow, webhookDeliveryEntity } from './webhook-delivery.entity.ts';
import type { WebhookEndpointRow } from './webhook-endpoint.entity.ts';

/** A delivery that nobody has tried for this long has lost its queue message. */
export const UNTOUCHED_AFTER = 5 * MINUTE;
const KEPT = 30 * DAY;

/**
 * One delivery per endpoint that wants this event: the row first, then the queue message. A copy of
 * the event finds the rows; while nobody has tried them it enqueues them again, which is harmless.
 */
export async function planDeliveries(
  context: Context,
  event: EventEnvelope,
  queues: IntegrationQueues,
): Promise<void> {
  const { schoolId } = event;
  if (schoolId === null) throw new Error(`${event.name} ${event.id} names no school`);
  const endpoints = await readEndpoints(context.store, schoolId);
  for (const endpoint of endpoints) {
    if (!(endpoint.events as readonly string[]).includes(event.name)) continue;
    const row = await planDelivery(context, endpoint, event);
    if (row.status === 'pending' && row.attempts === 0) {
      const { endpointId, eventId } = row;
      await queues.enqueue('webhooks', { schoolId, endpointId, eventId });
    }
  }
}

function planDelivery(
  context: Context,
  { schoolId, endpointId, status }: WebhookEndpointRow,
  event: EventEnvelope,
): Promise<WebhookDeliveryRow> {
  const { store } = context;
  const key = { schoolId, endpointId, eventId: event.id };
  return store.transact<WebhookDeliveryRow>(context, async () => {
    const known = await store.get(webhookDeliveryEntity, webhookDeliveryEntity.get(key));
    if (known) return { writes: [], result: known };
    const now = context.now();
    const { id, name, schemaVersion, at, subject, data } = event;
    const row: WebhookDeliveryRow = {
      ...key,
      payload: { id, type: name, schemaVersion, schoolId, at, subject, data },
      occurredAt: at,
      status: status === 'enabled' ? 'pending' : 'skipped',
      ...(status === 'enabled' && dueAt(plusMilliseconds(now, UNTOUCHED_AFTER), event.id)),
      attempts: 0,
      createdAt: now,
      version: 1,
      ttl: epochSeconds(plusMilliseconds(now, KEPT)),
    };
    return { writes: [create(webhookDeliveryEntity.create(row))], result: row };
  });
}
