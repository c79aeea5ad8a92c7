import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus, type IEventBus } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../events/catalogue.ts';
import { QUEUE_NAMES, type QueueName } from '../../functions/shared/queue-names.ts';
import { DEFAULT_WORKER_TIMEOUT_SECONDS } from '../constructs/area-function.ts';
import { MailReports } from '../constructs/mail-reports.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import { constructId, physicalName } from '../names.ts';
import type { Areas } from '../operations.ts';
import type { StageContext } from '../platform.ts';

/**
 * What areas talk through: the bus with its archive, the queues that any area may send to, the
 * reports on mails, the topic that pages us, and the policy that lets every function be traced.
 */
export class MessagingStack extends Stack {
  readonly bus: IEventBus;
  readonly queues: Readonly<Record<QueueName, WorkQueue>>;
  readonly configurationSet: string;
  readonly alarms: Topic;
  readonly tracing: ManagedPolicy;

  constructor(scope: Construct, { stage, config }: StageContext, areas: Areas) {
    super(scope, 'Messaging', {
      stackName: physicalName(stage, 'messaging'),
      description: 'Just Driving: bus, queues, alarms topic',
    });
    this.alarms = this.addAlarmsTopic(stage, config.alarmEmail);
    const bus = new EventBus(this, 'Bus', { eventBusName: physicalName(stage, 'events') });
    // the library is not compiled with `exactOptionalPropertyTypes`, so its class misses its interface
    this.bus = bus as IEventBus;
    bus.archive('Archive', {
      archiveName: physicalName(stage, 'events'),
      description: 'Every domain event, for a replay',
      eventPattern: { source: [EVENT_SOURCE] },
      retention: Duration.days(config.archiveDays),
    });
    const queue = (name: QueueName) =>
      new WorkQueue(this, constructId(name), {
        stage,
        topic: this.alarms,
        name,
        consumerTimeoutSeconds: consumerTimeout(areas, name),
      });
    this.queues = Object.fromEntries(QUEUE_NAMES.map((name) => [name, queue(name)])) as Record<
      QueueName,
      WorkQueue
    >;
    this.configurationSet = new MailReports(this, 'MailReports', {
      stage,
      topic: this.alarms,
      queue: this.queues.deliveries.queue,
    }).configurationSetName;
    this.tracing = new ManagedPolicy(this, 'Tracing', {
      description: 'Lets functions send X-Ray segments',
      statements: [
        new PolicyStatement({
          actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
          // X-Ray knows no resource to name
          resources: ['*'],
        }),
      ],
    });
  }

  private addAlarmsTopic(stage: string, alarmEmail: string | undefined): Topic {
    const topic = new Topic(this, 'Alarms', {
      topicName: physicalName(stage, 'alarms'),
      enforceSSL: true,
    });
    // A topic with a policy loses SNS's default one, under which alarms of the same account may
    // publish. Without this statement every alarm goes off in silence.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    );
    if (alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(alarmEmail));
    return topic;
  }
}

/** The queue is made before its consumer, whose timeout its visibility is counted from. */
function consumerTimeout(areas: Areas, queue: QueueName): number {
  const consumer = Object.values(areas)
    .flatMap(({ workers }) => workers)
    .find(({ trigger }) => trigger.kind === 'queue' && trigger.queue === queue);
  return consumer?.timeoutSeconds ?? DEFAULT_WORKER_TIMEOUT_SECONDS;
}
