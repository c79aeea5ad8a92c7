import * as z from 'zod';
import type {
  DeliveryMessage,
  IntegrationQueues,
  TaskMessage,
} from '../../domain/integrations/integration-queues.ts';
import { sendMessage } from './send-message.ts';

/** The queues to the platforms and to schools' own systems. */
export const integrationQueues: IntegrationQueues = { enqueue: sendMessage };

const schoolId = z.string().regex(/^sch_[0-9a-z]{26}$/);

const taskMessage = z.strictObject({
  schoolId,
  subjectId: z.string().regex(/^(sch|per)_[0-9a-z]{26}$/),
});

const deliveryMessage = z.strictObject({
  schoolId,
  endpointId: z.string().regex(/^whk_[0-9a-z]{26}$/),
  eventId: z.string().regex(/^evt_[0-9a-z]{26}$/),
});

/** The body of a message in a platform's queue. Throws on anything else. */
export function readTaskMessage(body: unknown): TaskMessage {
  return taskMessage.parse(body);
}

/** The body of a message in the queue of webhooks. Throws on anything else. */
export function readDeliveryMessage(body: unknown): DeliveryMessage {
  return deliveryMessage.parse(body);
}
