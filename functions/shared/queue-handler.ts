import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { Context as LambdaContext, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { ENV, requireEnvironment } from './environment.ts';
import { errorFacts, log, onBehalfOf } from './log.ts';
import { backoffSeconds, retryAfterOf } from './retry.ts';
import type { Worker } from './worker.ts';

/** One message: its body as parsed JSON, and what is known of its delivery. */
export type Delivery = { body: unknown; messageId: string; receiveCount: number };

/** Returning means done, throwing means try again later. */
export type RecordFunction = (delivery: Delivery) => Promise<void>;

export type QueueHandlerOptions = {
  /** makes a message visible again after so many seconds */
  delay?: (receiptHandle: string, seconds: number) => Promise<void>;
  random?: () => number;
};

/**
 * The stack of every queue consumer. Messages of a batch run side by side and fail alone: a failed
 * one is put off with growing, jittered delays, by its visibility on its own queue, and reported;
 * after the queue's last receive it is a dead letter. Parsing happens inside, so that a message that
 * is no JSON fails alone, too.
 */
export function queueHandler(
  worker: Worker,
  run: RecordFunction,
  { delay = makeVisibleIn, random = Math.random }: QueueHandlerOptions = {},
) {
  const record = (message: SQSRecord): Promise<void> =>
    onBehalfOf(message.messageId, () => carryOut(message));
  const carryOut = async (message: SQSRecord): Promise<void> => {
    const { messageId } = message;
    const receiveCount = Number(message.attributes.ApproximateReceiveCount);
    try {
      await run({ body: JSON.parse(message.body), messageId, receiveCount });
    } catch (error) {
      const seconds = backoffSeconds(receiveCount, retryAfterOf(error), random);
      log.warn('message failed', {
        worker: worker.name,
        messageId,
        receiveCount,
        seconds,
        ...errorFacts(error),
      });
      // Without a delay of ours the queue's own visibility timeout is the delay.
      await delay(message.receiptHandle, seconds).catch((failure: unknown) =>
        log.warn('message not delayed', { messageId, ...errorFacts(failure) }),
      );
      throw error;
    }
  };

  return (event: SQSEvent, context?: LambdaContext): Promise<SQSBatchResponse> => {
    // The processor keeps a batch's state: one each, so that no invocation sees another's.
    const processor = new BatchProcessor(EventType.SQS);
    return processPartialResponse(event, record, processor, {
      ...(context && { context }),
      // A batch that failed as a whole is still a list of messages that failed, not a broken function.
      throwOnFullBatchFailure: false,
    });
  };
}

let client: SQSClient | undefined;

async function makeVisibleIn(ReceiptHandle: string, VisibilityTimeout: number): Promise<void> {
  client ??= new SQSClient({
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      throwOnRequestTimeout: true,
    },
  });
  const QueueUrl = requireEnvironment(ENV.queueUrl);
  await client.send(
    new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout }),
  );
}
