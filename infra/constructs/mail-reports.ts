import { Duration, Stack } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { constructId, physicalName } from '../names.ts';
import { addDeadLetterQueue } from './work-queue.ts';

type MailReportsProps = { stage: string; topic: ITopic; queue: IQueue };

/** What SES puts on the bus, by the event's kind: its `detail-type`, and what of it is kept besides the id. */
const REPORTS = {
  Bounce: {
    detailType: 'Email Bounced',
    of: { bounceType: 'bounce.bounceType', bounceSubType: 'bounce.bounceSubType' },
  },
  Complaint: { detailType: 'Email Complaint Received', of: {} },
  Delivery: { detailType: 'Email Delivered', of: {} },
  Reject: { detailType: 'Email Rejected', of: {} },
  'Rendering Failure': { detailType: 'Email Rendering Failed', of: {} },
} as const;

/**
 * What becomes of mails, from SES into the queue of deliveries. SES speaks to the account's default bus
 * alone, so every stage in an account hears all of it: whose mail it was is found by its id. A rule per
 * kind takes ids and codes out of the event; addresses and subjects stay where they were.
 */
export class MailReports extends Construct {
  readonly configurationSetName: string;

  constructor(scope: Construct, id: string, { stage, topic, queue }: MailReportsProps) {
    super(scope, id);
    this.configurationSetName = physicalName(stage, 'mail');
    const set = new CfnConfigurationSet(this, 'Set', {
      name: this.configurationSetName,
      // TLS or not at all: a mail holds links
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
    });
    new CfnConfigurationSetEventDestination(this, 'Events', {
      configurationSetName: set.ref,
      eventDestination: {
        name: 'bus',
        enabled: true,
        matchingEventTypes: ['bounce', 'complaint', 'delivery', 'reject', 'renderingFailure'],
        eventBridgeDestination: {
          eventBusArn: Stack.of(this).formatArn({
            service: 'events',
            resource: 'event-bus',
            resourceName: 'default',
          }),
        },
      },
    });
    const bus = EventBus.fromEventBusName(this, 'DefaultBus', 'default');
    const undelivered = addDeadLetterQueue(this, 'Failures', {
      stage,
      topic,
      name: 'mail-reports-rule',
    });
    for (const [type, { detailType, of }] of Object.entries(REPORTS)) {
      const name = `mail-${type.toLowerCase().replace(' ', '-')}`;
      new Rule(this, constructId(name), {
        ruleName: physicalName(stage, name),
        eventBus: bus,
        eventPattern: { source: ['aws.ses'], detailType: [detailType] },
        targets: [
          new SqsQueue(queue, {
            deadLetterQueue: undelivered,
            retryAttempts: 20,
            maxEventAge: Duration.hours(24),
            message: RuleTargetInput.fromObject({
              provider: 'ses',
              type,
              messageId: EventField.fromPath('$.detail.mail.messageId'),
              ...Object.fromEntries(
                Object.entries(of).map(([field, path]) => [
                  field,
                  EventField.fromPath(`$.detail.${path}`),
                ]),
              ),
            }),
          }),
        ],
      });
    }
  }
}
