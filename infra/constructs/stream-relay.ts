import { Duration } from 'aws-cdk-lib';
import {
  EventSourceMapping,
  FilterCriteria,
  FilterRule,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { OUTBOX_PREFIX, PARTITION_KEY } from '../../domain/store/names.ts';
import type { Platform } from '../platform.ts';
import { addAlarm } from './alarm.ts';
import type { AreaFunction } from './area-function.ts';
import { addDeadLetterQueue } from './work-queue.ts';

const BATCH_SIZE = 100;
/** After these the batch goes to the dead letters and the sweep publishes what is left in the table. */
const RETRIES = 10;
const OLDEST_RECORD = Duration.minutes(5);

/**
 * Wakes the relay when an outbox row is inserted, and for nothing else: the filter is Lambda's, so
 * no other change costs an invocation. CDK's defaults (24 hours of retries, no split, no failure
 * destination) would let one bad record hold up every event.
 */
export function relayOutbox(relay: AreaFunction, name: string, platform: Platform): void {
  const { stage, alarms: topic, table } = platform;
  const streamArn = table.tableStreamArn;
  if (streamArn === undefined) throw new Error('the table has no stream to relay from');
  const failures = addDeadLetterQueue(relay, 'Failures', { stage, topic, name });

  relay.allow(
    [
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ],
    [streamArn],
  );
  relay.allow(['sqs:SendMessage'], [failures.queueArn]);
  new EventSourceMapping(relay, 'OutboxInserts', {
    target: relay.lambda,
    eventSourceArn: streamArn,
    // rows written while a deploy replaces the mapping are read too
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: BATCH_SIZE,
    maxBatchingWindow: Duration.seconds(0),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { [PARTITION_KEY]: { S: FilterRule.beginsWith(OUTBOX_PREFIX) } } },
      }),
    ],
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: RETRIES,
    onFailure: new SqsDlq(failures),
  });
  addAlarm(relay, {
    stage,
    topic,
    kind: 'stream-age',
    subject: name,
    metric: relay.lambda.metric('IteratorAge', {
      statistic: 'Maximum',
      period: Duration.minutes(5),
    }),
    above: OLDEST_RECORD.toMilliseconds(),
  });
}
