import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  OUTBOX_AGE_METRIC,
  PLATFORM_PAUSE_METRIC,
  QUARANTINE_METRIC,
} from '../../functions/shared/metrics.ts';
import { MONEY_METRICS } from '../../functions/shared/money-metrics.ts';
import { ALARM_KINDS } from '../../infra/constructs/alarm.ts';
import { Deployment, fixtureOptions, list, removeScratch } from './support/synth.ts';

afterAll(removeScratch);

const RUNBOOK = join(import.meta.dirname, '../../infra/RUNBOOK.md');

describe('alarms', () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await Deployment.of(fixtureOptions);
  });

  it('have an article each in the runbook, and no article is about nothing', () => {
    const alarms = readFileSync(RUNBOOK, 'utf8').split(/^# Alarms$/m)[1] ?? '';
    const articles = [...alarms.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
    const kinds = deployment
      .all('AWS::CloudWatch::Alarm')
      .map(({ Properties }) => Properties.AlarmDescription.replace('infra/RUNBOOK.md#', ''));
    expect([...new Set(kinds)].sort()).toEqual([...ALARM_KINDS].sort());
    expect(articles).toEqual([...ALARM_KINDS]);
  });

  it('watch the dead letters of every queue', () => {
    const queues = deployment
      .all('AWS::SQS::Queue')
      .filter(({ Properties }) => Properties.QueueName.endsWith('-dlq'));
    const watched = deployment
      .all('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties.MetricName === 'ApproximateNumberOfMessagesVisible')
      .map((alarm) => deployment.target(alarm, alarm.Properties.Dimensions)?.id);
    expect(watched.sort()).toEqual(queues.map(({ id }) => id).sort());
  });

  it('watch the errors and throttles of every function', () => {
    const functions = deployment.all('AWS::Lambda::Function').length;
    for (const metric of ['Errors', 'Throttles']) {
      const summed = deployment
        .all('AWS::CloudWatch::Alarm')
        .flatMap(({ Properties }) => Properties.Metrics ?? [])
        .filter(({ MetricStat }) => MetricStat?.Metric.MetricName === metric);
      expect(summed, metric).toHaveLength(functions);
    }
  });

  it.each([
    [OUTBOX_AGE_METRIC, 'breaching'],
    [PLATFORM_PAUSE_METRIC, 'notBreaching'],
    [QUARANTINE_METRIC, 'notBreaching'],
  ])('watch %s as functions publish it', (metric, silence) => {
    const [alarm] = deployment
      .all('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties.MetricName === metric);
    const [lambda] = deployment.all('AWS::Lambda::Function');
    const variables = lambda?.Properties.Environment.Variables;
    expect(alarm?.Properties).toMatchObject({
      Namespace: variables.POWERTOOLS_METRICS_NAMESPACE,
      Dimensions: [{ Name: 'service', Value: variables.POWERTOOLS_SERVICE_NAME }],
      TreatMissingData: silence,
    });
  });

  it('call somebody for money by the metric that the workers publish', () => {
    const [alarm] = deployment
      .all('AWS::CloudWatch::Alarm')
      .filter(({ Properties }) => Properties.MetricName === MONEY_METRICS.attention);
    expect(alarm?.Properties).toMatchObject({ Statistic: 'Sum', Threshold: 0 });
  });

  it('all page, through a topic that lets them', () => {
    for (const { id, Properties } of deployment.all('AWS::CloudWatch::Alarm')) {
      expect(Properties.AlarmActions, id).toHaveLength(1);
    }
    const [policy] = deployment.all('AWS::SNS::TopicPolicy');
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(
      ({
        Effect,
        Principal,
        Action,
      }: {
        Effect: string;
        Principal: { Service?: string };
        Action: string;
      }) =>
        Effect === 'Allow' &&
        Principal.Service === 'cloudwatch.amazonaws.com' &&
        list(Action).includes('sns:Publish'),
    );
    expect(allowed).toHaveLength(1);
  });
});
