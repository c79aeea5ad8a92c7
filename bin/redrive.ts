import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { parseStage } from '../infra/config.ts';
import { deadLettersOf } from '../infra/dead-letters.ts';

/**
 * Sends dead letters back to where they are worked:
 *
 *     npm run redrive -- <queue> [<stage, default dev>]
 *     npm run redrive -- email production
 *
 * `<queue>` is the queue's name, or its dead-letter queue's, with or without the stage's prefix. It
 * works wherever the standard `AWS_*` variables lead, the local stack included
 * (`AWS_ENDPOINT_URL_SQS=$(state .aws.endpoints.sqs)`), where SQS's own move task does not exist.
 *
 * What was there at the start goes once: each letter is sent, then deleted. Dying between the two
 * leaves one of them in both queues, and the consumers know what they have done already.
 */
async function main(name: string | undefined, stageName: string): Promise<void> {
  if (name === undefined) throw new Error('which queue? npm run redrive -- <queue> [<stage>]');
  const { from, to } = deadLettersOf(parseStage(stageName), name);
  // The queue's own URL may name a host that only its owner reaches.
  const client = new SQSClient({ useQueueUrlAsEndpoint: false });
  const source = await urlOf(client, from);
  const target = await urlOf(client, to);
  const waiting = await countIn(client, source);
  let moved = 0;
  while (moved < waiting) {
    const letters = await receive(client, source);
    if (letters.length === 0) break;
    for (const letter of letters) {
      await client.send(new SendMessageCommand({ QueueUrl: target, MessageBody: letter.Body }));
      await client.send(
        new DeleteMessageCommand({ QueueUrl: source, ReceiptHandle: letter.ReceiptHandle }),
      );
      moved += 1;
    }
  }
  console.log(`${moved} of ${waiting} from ${from} to ${to}`);
}

async function urlOf(client: SQSClient, QueueName: string): Promise<string> {
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName }));
  if (QueueUrl === undefined) throw new Error(`there is no queue ${QueueName}`);
  return QueueUrl;
}

async function countIn(client: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
}

async function receive(client: SQSClient, QueueUrl: string): Promise<Message[]> {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 1 }),
  );
  return Messages;
}

const [name, stage = process.env.STAGE ?? 'dev'] = process.argv.slice(2);
await main(name, stage).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
