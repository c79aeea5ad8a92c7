import * as z from 'zod';
import { DELIVERY_STATUSES } from '../../domain/integrations/delivery-status.ts';
import { WEBHOOK_EVENTS } from '../../domain/integrations/webhook-events.ts';
import { instant, named } from './resource-parts.ts';

/** An endpoint; `secret` only in the answer that makes or rotates it. */
export const webhookEndpointResource = () =>
  named('WebhookEndpoint', () =>
    z.object({
      id: z.string(),
      schoolId: z.string(),
      url: z.string(),
      events: z.array(z.enum(WEBHOOK_EVENTS)),
      status: z.enum(['enabled', 'disabled']),
      disabledReason: z.enum(['manual', 'failing', 'gone']).nullable(),
      failingSince: instant().nullable(),
      secret: z.string().optional(),
      createdAt: instant(),
      version: z.int(),
    }),
  );

export const webhookDeliveryResource = () =>
  named('WebhookDelivery', () =>
    z.object({
      eventId: z.string(),
      event: z.enum(WEBHOOK_EVENTS),
      occurredAt: instant(),
      status: z.enum(DELIVERY_STATUSES),
      attempts: z.int(),
      lastStatus: z.int().nullable(),
      lastError: z.string().nullable(),
      nextAttemptAt: instant().nullable(),
      deliveredAt: instant().nullable(),
      payload: webhookPayload(),
    }),
  );

const webhookPayload = () =>
  named('WebhookPayload', () =>
    z.object({
      id: z.string(),
      type: z.enum(WEBHOOK_EVENTS),
      schemaVersion: z.int(),
      schoolId: z.string(),
      at: instant(),
      subject: z.object({ id: z.string(), version: z.int() }),
      data: z.record(z.string(), z.unknown()),
    }),
  );
