import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/parts/constants.ts';
import { type Queues, startQueues } from '../../local/parts/queues.ts';

const DEAD_LETTER_ARN = 'arn:aws:sqs:eu-north-1:000000000000:mail-dlq';

let dataDir: string;
let queues: Queues;
let client: SQSClient;
let url: string;

async function start(options: { port?: number } = {}): Promise<void> {
  queues = await startQueues({ dataDir, ...options });
  queues.createQueue({ QueueName: 'mail-dlq', MessageRetentionPeriod: 1_209_600 });
  url = queues.createQueue({
    QueueName: 'mail',
    VisibilityTimeout: 60,
    Tags: [{ Key: 'area', Value: 'notifications' }],
    RedrivePolicy: { deadLetterTargetArn: DEAD_LETTER_ARN, maxReceiveCount: 2 },
  }).url;
  client = new SQSClient({
    endpoint: queues.endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
    maxAttempts: 1,
  });
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parts-queues-'));
  await start();
});

afterEach(async () => {
  client.destroy();
  await queues.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const send = (body: string, more: { DelaySeconds?: number } = {}) =>
  client.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: body,
      MessageAttributes: { trace: { DataType: 'String', StringValue: 'abc' } },
      ...more,
    }),
  );
const stateOf = (name: string) => queues.list().find((queue) => queue.name === name);
const takeOne = async () => {
  const [message] = await queues.receive('mail', { max: 10, waitSeconds: 5 });
  if (!message) throw new Error('nothing received');
  return message;
};

describe('the queue part', () => {
  test('the url is the path style that the SDK follows to this part', () => {
    expect(url).toBe(`${queues.endpoint}/000000000000/mail`);
  });

  test('a message comes with its attributes, counts and digest', async () => {
    await send('{"æ":1}');

    const message = await takeOne();

    expect(message).toMatchObject({
      body: '{"æ":1}',
      attributes: { ApproximateReceiveCount: '1', SenderId: '000000000000' },
      messageAttributes: { trace: { DataType: 'String', StringValue: 'abc' } },
    });
    queues.acknowledge('mail', [message.receiptHandle]);
    expect(stateOf('mail')).toMatchObject({ visible: 0, inFlight: 0, delayed: 0 });
  });

  test('a long poll is answered by the message that arrives meanwhile', async () => {
    const waiting = queues.receive('mail', { max: 1, waitSeconds: 20 });

    await send('late');

    expect((await waiting).map((message) => message.body)).toEqual(['late']);
  });

  test('a long poll ends when its caller gives up, and when the part stops', async () => {
    const controller = new AbortController();
    const abandoned = queues.receive('mail', {
      max: 1,
      waitSeconds: 20,
      signal: controller.signal,
    });
    const open = queues.receive('mail', { max: 1, waitSeconds: 20 });

    controller.abort();
    expect(await abandoned).toEqual([]);
    await queues.stop();
    expect(await open).toEqual([]);
  });

  test('batches over HTTP work: send, receive, delete', async () => {
    await client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: ['a', 'b', 'c'].map((body) => ({ Id: body, MessageBody: body })),
      }),
    );
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl: url,
        MaxNumberOfMessages: 10,
        MessageSystemAttributeNames: ['All'],
      }),
    );
    const answer = await client.send(
      new DeleteMessageBatchCommand({
        QueueUrl: url,
        Entries: Messages.map((message) => ({
          Id: message.Body,
          ReceiptHandle: message.ReceiptHandle,
        })),
      }),
    );

    expect(answer.Successful?.map((entry) => entry.Id)).toEqual(['a', 'b', 'c']);
    expect(stateOf('mail')).toMatchObject({ visible: 0, inFlight: 0 });
  });

  test('visibility changed to 0 brings a message back at once, its receive count kept', async () => {
    await send('again');
    const first = await takeOne();

    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: url,
        ReceiptHandle: first.receiptHandle,
        VisibilityTimeout: 0,
      }),
    );
    const second = await takeOne();

    expect(second.attributes.ApproximateReceiveCount).toBe('2');
  });

  test('makeDue wakes failed and delayed messages, and leaves those being processed', async () => {
    await send('failed');
    const failed = await takeOne();
    queues.release('mail', [failed.receiptHandle]);
    await send('busy');
    const busy = await takeOne();
    await send('delayed', { DelaySeconds: 900 });
    expect(stateOf('mail')).toMatchObject({ visible: 0, inFlight: 2, delayed: 1 });

    const moved = queues.makeDue();

    expect(moved).toBe(2);
    const bodies = (await queues.receive('mail', { max: 10, waitSeconds: 0 })).map((m) => m.body);
    expect(bodies.sort()).toEqual(['delayed', 'failed']);
    expect(busy.body).toBe('busy');
    expect(queues.processing()).toBe(3);
  });

  test('after maxReceiveCount tries a message moves to the dead-letter queue; redrive returns it', async () => {
    await send('poison');
    for (let attempt = 1; attempt <= 2; attempt += 1) {
      queues.release('mail', [(await takeOne()).receiptHandle]);
      queues.makeDue();
    }
    expect(await queues.receive('mail', { max: 10, waitSeconds: 0 })).toEqual([]);
    expect(stateOf('mail')?.deadLetter).toEqual({ name: 'mail-dlq', visible: 1 });

    expect(queues.redrive('mail')).toBe(1);

    expect((await takeOne()).attributes.ApproximateReceiveCount).toBe('1');
    expect(stateOf('mail')?.deadLetter).toEqual({ name: 'mail-dlq', visible: 0 });
    expect(queues.redrive('mail-dlq')).toBe(0);
    expect(() => queues.redrive('nothing')).toThrow('no queue named nothing');
  });

  test('messages survive a restart on another port, with receive counts and new settings', async () => {
    await send('kept');
    queues.release('mail', [(await takeOne()).receiptHandle]);
    queues.makeDue();
    await send('also kept');
    await queues.stop();
    client.destroy();

    await start();

    expect(stateOf('mail')).toMatchObject({ visible: 2, inFlight: 0 });
    const messages = await queues.receive('mail', { max: 10, waitSeconds: 0 });
    expect(messages.map((m) => [m.body, m.attributes.ApproximateReceiveCount])).toEqual([
      ['kept', '2'],
      ['also kept', '1'],
    ]);
    await send('over http at the new address');
    expect((await takeOne()).body).toBe('over http at the new address');
  });

  test('what was being processed when the part stopped is visible after its timeout or makeDue', async () => {
    await send('half done');
    await takeOne();
    await queues.stop();
    client.destroy();

    await start();
    expect(stateOf('mail')).toMatchObject({ visible: 0, inFlight: 1 });
    queues.makeDue();

    expect((await takeOne()).attributes.ApproximateReceiveCount).toBe('2');
  });

  test('a taken port is one clear error', async () => {
    const port = Number(new URL(queues.endpoint).port);
    await expect(startQueues({ port })).rejects.toThrow(`port ${port} is already in use`);
  });
});
