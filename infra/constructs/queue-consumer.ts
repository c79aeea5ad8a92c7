import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { ENV } from '../../functions/shared/environment.ts';
import type { AreaFunction } from './area-function.ts';
import type { WorkQueue } from './work-queue.ts';

type ConsumeProps = {
  consumer: AreaFunction;
  source: WorkQueue;
  batchSize: number;
  /** functions at once, 2 to 1000; absent: as many as Lambda likes */
  concurrency?: number;
  /** it may put messages back into the queue */
  putsBack?: boolean;
};

/**
 * Feeds a function from a queue, message by message accounted for: without
 * `ReportBatchItemFailures` one bad message would repeat, and in the end bury, its whole batch.
 */
export function consume({
  consumer,
  source,
  batchSize,
  concurrency,
  putsBack = false,
}: ConsumeProps): void {
  const { queue } = source;
  consumer.allow(
    [
      'sqs:ReceiveMessage',
      'sqs:DeleteMessage',
      'sqs:GetQueueAttributes',
      // the consumer spaces its own retries
      'sqs:ChangeMessageVisibility',
      ...(putsBack ? ['sqs:SendMessage'] : []),
    ],
    [queue.queueArn],
  );
  consumer.lambda.addEnvironment(ENV.queueUrl, queue.queueUrl);
  new EventSourceMapping(consumer, 'Messages', {
    target: consumer.lambda,
    eventSourceArn: queue.queueArn,
    batchSize,
    reportBatchItemFailures: true,
    ...(concurrency === undefined ? {} : { maxConcurrency: concurrency }),
  });
}
