import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  GraphWidgetView,
  type IMetric,
  type IWidget,
  Metric,
  SingleValueWidget,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { EventName } from '../../events/catalogue.ts';
import {
  METRIC_NAMESPACE,
  MONEY_ATTENTION_METRIC,
  OUTBOX_AGE_METRIC,
  PLATFORM_PAUSE_METRIC,
  PRODUCT,
  physicalName,
  QUARANTINE_METRIC,
} from '../names.ts';
import type { Areas } from '../operations.ts';
import type { Platform } from '../platform.ts';

const PERIOD = Duration.minutes(5);
const HALF = 12;
const WHOLE = 24;

/** The figures of one day: what a head of a school would ask first. */
const TODAY: Readonly<Record<string, EventName>> = {
  registrations: 'RegistrationReceived',
  'enrolled students': 'StudentEnrolled',
  bookings: 'BookingConfirmed',
  'lessons held': 'BookingCompleted',
  "teachers' signatures": 'TeacherSigned',
  "students' signatures": 'StudentSigned',
  'invoices issued': 'InvoiceIssued',
  payments: 'PaymentReceived',
};

/** Events by their names, as the relay counts them while it publishes: figures of the business. */
const BUSINESS: Readonly<Record<string, readonly EventName[]>> = {
  'Registrations and enrolments': [
    'RegistrationReceived',
    'RegistrationRepeated',
    'StudentEnrolled',
    'MembershipActivated',
  ],
  Bookings: ['BookingConfirmed', 'BookingMoved', 'BookingCancelled', 'BookingCompleted'],
  Signatures: ['TeacherSigned', 'StudentSigned', 'ModuleVerified', 'DisputeRaised'],
  'Invoices and payments': [
    'InvoiceIssued',
    'CreditNoteIssued',
    'PaymentReceived',
    'PaymentFailed',
    'PaymentRefunded',
    'MoneySuspended',
  ],
};

/** Every status in which a message may come to rest, and `held`, as senders count them. */
export const MESSAGE_STATUSES = [
  'sent',
  'delivered',
  'undelivered',
  'bounced',
  'failed',
  'suppressed',
  'superseded',
  'expired',
  'held',
] as const;

/** The page a person on call opens first: the business's figures above, the system's below. */
export function addDashboard(scope: Construct, platform: Platform, areas: Areas): void {
  const { stage } = platform;
  const dashboard = new Dashboard(scope, 'Dashboard', {
    dashboardName: physicalName(stage, 'overview'),
    defaultInterval: Duration.days(1),
  });
  const { working, dead } = queueNames(scope);
  dashboard.addWidgets(text('The business'));
  dashboard.addWidgets(
    new SingleValueWidget({
      title: 'In the last 24 hours',
      width: WHOLE,
      setPeriodToTimeRange: true,
      metrics: Object.entries(TODAY).map(([label, event]) =>
        ownMetric(stage, event, 'Sum', { label, period: Duration.days(1) }),
      ),
    }),
  );
  dashboard.addWidgets(
    ...Object.entries(BUSINESS).map(([title, events]) => counts(stage, title, events)),
    ...(['email', 'sms'] as const).map((channel) =>
      counts(
        stage,
        `Messages by ${channel}, by status`,
        MESSAGE_STATUSES.map((status) => `${channel}.${status}`),
      ),
    ),
  );
  dashboard.addWidgets(text('The system'));
  dashboard.addWidgets(
    new GraphWidget({
      title: 'API',
      width: HALF,
      left: ['Count', '4xx', '5xx'].map((name) => apiMetric(platform, name, 'Sum')),
      right: [apiMetric(platform, 'Latency', 'p95'), apiMetric(platform, 'Latency', 'p99')],
    }),
    graph('On the way to the bus', [
      ownMetric(stage, OUTBOX_AGE_METRIC, 'Maximum', { label: 'oldest outbox row (s)' }),
      ...relays(areas).map((name) =>
        functionMetric(physicalName(stage, name), 'IteratorAge', 'Maximum', 'stream age (ms)'),
      ),
    ]),
    graph(
      'Queues: age of the oldest message (s)',
      working.map((name) => queueMetric(name, 'ApproximateAgeOfOldestMessage')),
    ),
    graph(
      'Dead letters',
      dead.map((name) => queueMetric(name, 'ApproximateNumberOfMessagesVisible')),
    ),
    graph('For a person to look at', [
      ownMetric(stage, MONEY_ATTENTION_METRIC, 'Sum', { label: 'money' }),
      ownMetric(stage, QUARANTINE_METRIC, 'Sum', { label: 'quarantined deliveries' }),
      ownMetric(stage, PLATFORM_PAUSE_METRIC, 'Maximum', { label: 'platform paused for (s)' }),
    ]),
    graph('Table', [
      ...['ReadThrottleEvents', 'WriteThrottleEvents', 'TransactionConflict'].map((name) =>
        tableMetric(stage, name),
      ),
    ]),
  );
  for (const [area, { operations, workers }] of Object.entries(areas)) {
    const names = [...operations, ...workers].map(({ name }) => physicalName(stage, name));
    if (names.length > 0) dashboard.addWidgets(...areaRow(area, names));
  }
}

/** One row: what went wrong in an area, and how long it took. */
function areaRow(area: string, names: readonly string[]): IWidget[] {
  const third = WHOLE / 3;
  const of = (metric: string, statistic: string) =>
    names.map((name) => functionMetric(name, metric, statistic));
  return [
    new GraphWidget({ title: `${area}: errors`, width: third, left: of('Errors', 'Sum') }),
    new GraphWidget({ title: `${area}: throttles`, width: third, left: of('Throttles', 'Sum') }),
    new GraphWidget({
      title: `${area}: duration p95 (ms)`,
      width: third,
      left: of('Duration', 'p95'),
    }),
  ];
}

/** The queues of all stacks: what is watched cannot differ from what is there. */
function queueNames(scope: Construct): { working: string[]; dead: string[] } {
  const names = scope.node.root.node
    .findAll()
    .filter((construct) => construct instanceof CfnQueue)
    .map(({ queueName }) => queueName ?? '');
  return {
    working: names.filter((name) => !name.endsWith('-dlq')),
    dead: names.filter((name) => name.endsWith('-dlq')),
  };
}

function relays(areas: Areas): string[] {
  return Object.values(areas)
    .flatMap(({ workers }) => workers)
    .filter(({ trigger }) => trigger.kind === 'outbox-stream')
    .map(({ name }) => name);
}

function text(heading: string): TextWidget {
  return new TextWidget({ markdown: `## ${heading}`, width: WHOLE, height: 1 });
}

function graph(title: string, left: IMetric[]): GraphWidget {
  return new GraphWidget({ title, width: HALF, left });
}

function counts(stage: string, title: string, names: readonly string[]): GraphWidget {
  return new GraphWidget({
    title,
    width: HALF,
    view: GraphWidgetView.TIME_SERIES,
    stacked: true,
    left: names.map((name) => ownMetric(stage, name, 'Sum', { period: Duration.hours(1) })),
  });
}

/** A metric that our functions tell; Powertools adds its service name as the only dimension. */
export function ownMetric(
  stage: string,
  metricName: string,
  statistic: string,
  more: { label?: string; period?: Duration } = {},
): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    dimensionsMap: { service: `${PRODUCT}-${stage}` },
    statistic,
    period: PERIOD,
    ...more,
  });
}

function apiMetric({ api }: Platform, metricName: string, statistic: string): Metric {
  return new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId: api.id },
    label: statistic === 'Sum' ? metricName : `${metricName} ${statistic}`,
    statistic,
    period: PERIOD,
  });
}

function functionMetric(name: string, metricName: string, statistic: string, label = name): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: name },
    label,
    statistic,
    period: PERIOD,
  });
}

function queueMetric(name: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/SQS',
    metricName,
    dimensionsMap: { QueueName: name },
    label: name,
    statistic: 'Maximum',
    period: PERIOD,
  });
}

function tableMetric(stage: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: physicalName(stage, 'data') },
    statistic: 'Sum',
    period: PERIOD,
  });
}
