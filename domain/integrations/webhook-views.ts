import type { WebhookDeliveryRow } from './webhook-delivery.entity.ts';
import type { WebhookEndpointRow } from './webhook-endpoint.entity.ts';

/** An endpoint as administrators see it; its secret is shown when it is made or rotated, and never again. */
export function endpointView(row: WebhookEndpointRow) {
  return {
    id: row.endpointId,
    schoolId: row.schoolId,
    url: row.url,
    events: row.events,
    status: row.status,
    disabledReason: row.disabledReason ?? null,
    failingSince: row.failingSince ?? null,
    createdAt: row.createdAt,
    version: row.version,
  };
}

export type WebhookEndpoint = ReturnType<typeof endpointView>;

/** What became of one event at an endpoint. */
export function deliveryView(row: WebhookDeliveryRow) {
  return {
    eventId: row.eventId,
    event: row.payload.type,
    occurredAt: row.occurredAt,
    status: row.status,
    attempts: row.attempts,
    lastStatus: row.lastStatus ?? null,
    lastError: row.lastError ?? null,
    nextAttemptAt: row.parkedUntil ?? null,
    deliveredAt: row.deliveredAt ?? null,
    payload: row.payload,
  };
}
