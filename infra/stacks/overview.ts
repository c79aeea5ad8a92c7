import { Duration, Stack } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { addAlarm } from '../constructs/alarm.ts';
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

const OLDEST_OUTBOX_ROW = Duration.minutes(10);
/** A platform may well be down for a while: schools are told by nothing but a late account or profile. */
const LONGEST_OUTAGE = Duration.hours(1);
const PERIOD = Duration.minutes(5);

/** The page a person on call opens first, and the alarms on what no queue can watch. */
export class OverviewStack extends Stack {
  constructor(scope: Construct, platform: Platform, areas: Areas) {
    const { stage } = platform;
    super(scope, 'Overview', {
      stackName: physicalName(stage, 'overview'),
      description: 'Just Driving: dashboard, oldest outbox row',
    });
    const outboxAge = ownMetric(stage, OUTBOX_AGE_METRIC, 'Maximum');
    const moneyAttention = ownMetric(stage, MONEY_ATTENTION_METRIC, 'Sum');
    addAlarm(this, {
      stage,
      topic: platform.alarms,
      kind: 'outbox-age',
      subject: 'outbox',
      metric: outboxAge,
      above: OLDEST_OUTBOX_ROW.toSeconds(),
      periods: 3,
      // a sweep that has stopped reports nothing
      silenceAlarms: true,
    });
    addAlarm(this, {
      stage,
      topic: platform.alarms,
      kind: 'money-attention',
      subject: 'payments',
      metric: moneyAttention,
      above: 0,
    });
    addAlarm(this, {
      ...{ stage, topic: platform.alarms, kind: 'platform-paused', subject: 'platforms' },
      metric: ownMetric(stage, PLATFORM_PAUSE_METRIC, 'Maximum'),
      above: LONGEST_OUTAGE.toSeconds(),
    });
    addAlarm(this, {
      ...{ stage, topic: platform.alarms, kind: 'quarantine', subject: 'platforms' },
      metric: ownMetric(stage, QUARANTINE_METRIC, 'Sum'),
      above: 0,
    });
    const dashboard = new Dashboard(this, 'Dashboard', {
      dashboardName: physicalName(stage, 'overview'),
    });
    dashboard.addWidgets(
      new GraphWidget({
        title: 'API',
        width: 12,
        left: ['Count', '4xx', '5xx'].map((name) => apiMetric(platform, name, 'Sum')),
        right: [apiMetric(platform, 'Latency', 'p95')],
      }),
      new GraphWidget({ title: 'Oldest outbox row (s)', width: 12, left: [outboxAge] }),
      new GraphWidget({ title: 'Money to look at', width: 12, left: [moneyAttention] }),
    );
    for (const [area, { operations, workers }] of Object.entries(areas)) {
      const names = [...operations, ...workers].map(({ name }) => physicalName(stage, name));
      if (names.length === 0) continue;
      dashboard.addWidgets(
        new GraphWidget({
          title: `${area}: errors`,
          width: 12,
          left: names.map((name) => functionMetric(name, 'Errors', 'Sum')),
        }),
        new GraphWidget({
          title: `${area}: duration p95 (ms)`,
          width: 12,
          left: names.map((name) => functionMetric(name, 'Duration', 'p95')),
        }),
      );
    }
  }
}

function ownMetric(stage: string, metricName: string, statistic: string): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName,
    // Powertools adds its service name as the only dimension
    dimensionsMap: { service: `${PRODUCT}-${stage}` },
    statistic,
    period: PERIOD,
  });
}

function apiMetric({ api }: Platform, metricName: string, statistic: string): Metric {
  return new Metric({
    namespace: 'AWS/ApiGateway',
    metricName,
    dimensionsMap: { ApiId: api.id },
    statistic,
    period: PERIOD,
  });
}

function functionMetric(name: string, metricName: string, statistic: string): Metric {
  return new Metric({
    namespace: 'AWS/Lambda',
    metricName,
    dimensionsMap: { FunctionName: name },
    label: name,
    statistic,
    period: PERIOD,
  });
}
