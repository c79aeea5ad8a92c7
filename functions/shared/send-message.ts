import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { QUEUE_URLS, requireEnvironment } from './environment.ts';
import type { QueueName } from './queue-names.ts';

let client: SQSClient | undefined;

/** Puts a message into one of this stage's queues. Resolves once it is safely there. */
export async function sendMessage(queue: QueueName, message: object): Promise<void> {
  client ??= new SQSClient({
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
    },
  });
  const QueueUrl = requireEnvironment(QUEUE_URLS[queue]);
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(message) }));
}
