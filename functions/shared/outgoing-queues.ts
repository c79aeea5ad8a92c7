import * as z from 'zod';
import type { OutgoingMessage, OutgoingQueues } from '../../domain/notifications/outgoing.ts';
import { continueOnBehalfOf, log } from './log.ts';
import { sendMessage } from './send-message.ts';

/** The e-mail and SMS queues of this stage. */
export const outgoingQueues: OutgoingQueues = { enqueue: sendMessage };

const outgoingMessage = z.strictObject({
  owner: z.string().regex(/^(sch|per)_[0-9a-z]{26}$/),
  notificationId: z.string().regex(/^ntf_[0-9a-z]{26}$/),
});

/** The body of a message in a sender's queue. Throws on anything else. */
export function readOutgoingMessage(body: unknown): OutgoingMessage {
  return outgoingMessage.parse(body);
}

/** A sender has the row: its lines, those of a failure too, are of the request that caused it. */
export function beginSending(row: { notificationId: string; correlationId: string }): void {
  continueOnBehalfOf(row.correlationId);
  log.info('sending', { notificationId: row.notificationId });
}
