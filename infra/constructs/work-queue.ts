import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { physicalName } from '../names.ts';
import { addAlarm } from './alarm.ts';

type WorkQueueProps = {
  stage: string;
  topic: ITopic;
  name: string;
  /** of the function that consumes it */
  consumerTimeoutSeconds: number;
};

/** Below 5, a message met by a short outage is a dead letter before anybody wakes up. */
const MAX_RECEIVES = 6;
/** AWS asks for six times the consumer's timeout: receives, throttled retries and all. */
const VISIBILITY_FACTOR = 6;
const OLDEST_MESSAGE = Duration.minutes(30);

/**
 * A queue that ships whole: dead letters kept longer than the queue keeps its messages (their age
 * counts from the first send), transport over TLS only, and the two alarms on it.
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { stage, topic, name } = props;
    this.deadLetters = addDeadLetterQueue(this, 'DeadLetters', { stage, topic, name });
    this.queue = new Queue(this, 'Queue', {
      queueName: physicalName(stage, name),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(VISIBILITY_FACTOR * props.consumerTimeoutSeconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
    });
    addAlarm(this, {
      stage,
      topic,
      kind: 'queue-age',
      subject: name,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
      above: OLDEST_MESSAGE.toSeconds(),
    });
  }
}

/**
 * A queue `<name>-dlq` for what could not be worked (`DeadLetters`) or not even handed over
 * (`Failures`: a rule's target, a stream's batch, a scheduled call), with the alarm that says so.
 */
export function addDeadLetterQueue(
  scope: Construct,
  id: 'DeadLetters' | 'Failures',
  { stage, topic, name }: Pick<WorkQueueProps, 'stage' | 'topic' | 'name'>,
): Queue {
  const queue = new Queue(scope, id, {
    queueName: physicalName(stage, `${name}-dlq`),
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  addAlarm(scope, {
    stage,
    topic,
    kind: 'dead-letters',
    subject: name,
    metric: queue.metricApproximateNumberOfMessagesVisible({
      period: Duration.minutes(5),
      statistic: 'Maximum',
    }),
    above: 0,
  });
  return queue;
}
