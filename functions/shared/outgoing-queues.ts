import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Channel } from '../../domain/notifications/notification.ts';
import type { OutgoingMessage, OutgoingQueues } from '../../domain/notifications/outgoing.ts';
import { ENV, requireEnvironment } from './environment.ts';

const QUEUE_URLS = { email: ENV.emailQueueUrl, sms: ENV.smsQueueUrl } as const satisfies Record<
  Channel,
  string
>;

let client: SQSClient | undefined;

/** The e-mail and SMS queues of this stage. */
export const outgoingQueues: OutgoingQueues = {
  async enqueue(channel, message) {
    client ??= new SQSClient({
      maxAttempts: 3,
      requestHandler: {
        connectionTimeout: 1_000,
        requestTimeout: 3_000,
        throwOnRequestTimeout: true,
      },
    });
    const QueueUrl = requireEnvironment(QUEUE_URLS[channel]);
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
  },
};

const outgoingMessage = z.strictObject({
  owner: z.string().regex(/^(sch|per)_[0-9a-z]{26}$/),
  notificationId: z.string().regex(/^ntf_[0-9a-z]{26}$/),
});

/** The body of a message in a sender's queue. Throws on anything else. */
export function readOutgoingMessage(body: unknown): OutgoingMessage {
  return outgoingMessage.parse(body);
}
