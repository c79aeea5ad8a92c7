import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { ENV, QUEUE_URLS, requireEnvironment } from './environment.ts';
import type { QueueName } from './queue-names.ts';

let client: SQSClient | undefined;

/** Puts a message into one of this stage's queues. Resolves once it is safely there. */
export async function sendMessage(queue: QueueName, message: object): Promise<void> {
  await send(requireEnvironment(QUEUE_URLS[queue]), message, 0);
}

/** Puts a message into the consumer's own queue, to be received after so many seconds. */
export async function putBack(message: unknown, seconds: number): Promise<void> {
  await send(requireEnvironment(ENV.queueUrl), message, seconds);
}

async function send(QueueUrl: string, message: unknown, DelaySeconds: number): Promise<void> {
  client ??= new SQSClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
    },
  });
  await client.send(
    new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message), DelaySeconds }),
  );
}
