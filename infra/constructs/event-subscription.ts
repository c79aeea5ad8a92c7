import { Duration } from 'aws-cdk-lib';
import { type IEventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../../events/catalogue.ts';
import { physicalName } from '../names.ts';
import { addDeadLetterQueue, WorkQueue } from './work-queue.ts';

type EventSubscriptionProps = {
  stage: string;
  topic: ITopic;
  bus: IEventBus;
  /** the subscriber's name: also the queue's and the rule's */
  name: string;
  events: readonly string[];
  consumerTimeoutSeconds: number;
};

/**
 * Events of the bus into a queue of the subscriber's own. Two dead-letter queues, since two things
 * can fail: the bus reaching the queue (`<name>-rule-dlq`), and the consumer working it.
 */
export class EventSubscription extends Construct {
  readonly source: WorkQueue;

  constructor(scope: Construct, id: string, props: EventSubscriptionProps) {
    super(scope, id);
    const { stage, topic, name } = props;
    this.source = new WorkQueue(this, 'Work', props);
    const undelivered = addDeadLetterQueue(this, 'Failures', {
      stage,
      topic,
      name: `${name}-rule`,
    });
    new Rule(this, 'Rule', {
      ruleName: physicalName(stage, name),
      eventBus: props.bus,
      eventPattern: { source: [EVENT_SOURCE], detailType: [...props.events] },
      targets: [
        new SqsQueue(this.source.queue, {
          deadLetterQueue: undelivered,
          retryAttempts: 20,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }
}
