import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { addAlarm } from '../constructs/alarm.ts';
import {
  MONEY_ATTENTION_METRIC,
  OUTBOX_AGE_METRIC,
  PLATFORM_PAUSE_METRIC,
  physicalName,
  QUARANTINE_METRIC,
  RELEASE_OUTPUT,
} from '../names.ts';
import type { Areas } from '../operations.ts';
import type { Platform } from '../platform.ts';
import { addDashboard, ownMetric } from './dashboard.ts';

const OLDEST_OUTBOX_ROW = Duration.minutes(10);
/** A platform may well be down for a while: schools are told by nothing but a late account or profile. */
const LONGEST_OUTAGE = Duration.hours(1);

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
    addDashboard(this, platform, areas);
    // The last stack to be deployed says which release is wholly there.
    new CfnOutput(this, RELEASE_OUTPUT, { value: process.env.RELEASE ?? 'unreleased' });
  }
}
