import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configFor, STAGES } from '../../infra/config.ts';
import {
  Deployment,
  type Found,
  list,
  productOptions,
  removeScratch,
  type Statement,
} from './support/synth.ts';

afterAll(removeScratch);

/** What keeps the product's data and its messages from strangers, and from being forgotten. */
describe('the product', () => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await Deployment.of({ ...productOptions, stage: 'production' });
  });
  const isDead = ({ Properties }: Found) => Properties.QueueName.endsWith('-dlq');

  it('believes tokens of its own user pool and client alone', () => {
    const [authorizer, ...others] = deployment.all('AWS::ApiGatewayV2::Authorizer');
    expect(others).toEqual([]);
    const { AuthorizerType, IdentitySource, JwtConfiguration } = authorizer?.Properties ?? {};
    expect({ AuthorizerType, IdentitySource }).toEqual({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
    });
    const [pool] = deployment.all('AWS::Cognito::UserPool');
    const [client] = deployment.all('AWS::Cognito::UserPoolClient');
    const nameOf = ({ id, stack }: Found) => id.slice(stack.length + 1);
    expect(JSON.stringify(JwtConfiguration.Issuer)).toContain(nameOf(pool as Found));
    expect(JwtConfiguration.Audience).toHaveLength(1);
    expect(JSON.stringify(JwtConfiguration.Audience)).toContain(nameOf(client as Found));
  });

  it('gives every protected route that one authorizer', () => {
    const ids = deployment
      .all('AWS::ApiGatewayV2::Route')
      .flatMap(({ Properties }) => Properties.AuthorizerId ?? [])
      .map((id) => JSON.stringify(id));
    expect(ids.length).toBeGreaterThan(50);
    expect(new Set(ids).size).toBe(1);
  });

  it('encrypts every queue, and takes messages over TLS alone', () => {
    const queues = deployment.all('AWS::SQS::Queue');
    for (const { id, Properties } of queues) {
      expect(Properties.SqsManagedSseEnabled, id).toBe(true);
    }
    const refusing = deployment.all('AWS::SQS::QueuePolicy').filter(refusesPlainHttp);
    const guarded = refusing.flatMap((policy) =>
      (policy.Properties.Queues as unknown[]).map((queue) => deployment.target(policy, queue)?.id),
    );
    expect(guarded.sort()).toEqual(queues.map(({ id }) => id).sort());
    const topics = deployment.all('AWS::SNS::TopicPolicy');
    expect(topics).toHaveLength(deployment.all('AWS::SNS::Topic').length);
    for (const topic of topics) expect(refusesPlainHttp(topic), topic.id).toBe(true);
  });

  it('leaves the table under a key that DynamoDB keeps: no function needs to ask KMS', () => {
    const [table] = deployment.all('AWS::DynamoDB::Table');
    expect(table?.Properties.SSESpecification).toBeUndefined();
    expect(deployment.all('AWS::KMS::Key')).toEqual([]);
  });

  it('protects table and people from deletion, its own included', () => {
    const [table] = deployment.all('AWS::DynamoDB::Table');
    const [pool] = deployment.all('AWS::Cognito::UserPool');
    expect(table?.Properties.DeletionProtectionEnabled).toBe(true);
    expect(table?.Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
    });
    expect(pool?.Properties.DeletionProtection).toBe('ACTIVE');
  });

  it('keeps messages four days, dead letters fourteen, and calls somebody about both', () => {
    const DAY = 86_400;
    const queues = deployment.all('AWS::SQS::Queue');
    for (const queue of queues) {
      const days = queue.Properties.MessageRetentionPeriod / DAY;
      expect(days, queue.id).toBe(isDead(queue) ? 14 : 4);
    }
    const watched = (metric: string) =>
      deployment
        .all('AWS::CloudWatch::Alarm')
        .filter(({ Properties }) => Properties.MetricName === metric)
        .map((alarm) => deployment.target(alarm, alarm.Properties.Dimensions)?.id)
        .sort();
    const ids = (dead: boolean) =>
      queues
        .filter((queue) => isDead(queue) === dead)
        .map(({ id }) => id)
        .sort();
    expect(watched('ApproximateAgeOfOldestMessage')).toEqual(ids(false));
    expect(watched('ApproximateNumberOfMessagesVisible')).toEqual(ids(true));
  });

  it('has alarms on its API, its stream, and every function’s errors and throttles', () => {
    const alarms = deployment.all('AWS::CloudWatch::Alarm');
    const metrics = alarms.map(({ Properties }) => Properties.MetricName);
    expect(metrics).toEqual(expect.arrayContaining(['5xx', 'IteratorAge']));
    const functions = deployment.all('AWS::Lambda::Function').length;
    for (const metric of ['Errors', 'Throttles']) {
      const summed = alarms
        .flatMap(({ Properties }) => Properties.Metrics ?? [])
        .filter(({ MetricStat }) => MetricStat?.Metric.MetricName === metric);
      expect(summed, metric).toHaveLength(functions);
    }
  });

  it('keeps what an asynchronous call could not do', () => {
    const calls = deployment
      .all('AWS::Events::Rule')
      .filter(({ Properties }) => Properties.ScheduleExpression !== undefined);
    const configured = deployment.all('AWS::Lambda::EventInvokeConfig');
    expect(calls.length).toBeGreaterThan(0);
    expect(configured).toHaveLength(calls.length);
    for (const { id, Properties } of configured) {
      expect(Properties.DestinationConfig.OnFailure.Destination, id).toBeDefined();
      expect(Properties.MaximumRetryAttempts, id).toBeGreaterThan(0);
    }
  });

  it('runs every function on one architecture and runtime, with a time that ends', () => {
    for (const { id, Properties } of deployment.all('AWS::Lambda::Function')) {
      expect(Properties.Architectures, id).toEqual(['arm64']);
      expect(Properties.Runtime, id).toBe('nodejs24.x');
      expect(Properties.Timeout, id).toBeGreaterThan(0);
    }
  });
});

it.each(STAGES)('keeps logs on %s as long as the stage says', async (stage) => {
  const { logRetention, retainLogs } = configFor(stage);
  const deployment = await Deployment.of({ ...productOptions, stage });
  const groups = deployment.all('AWS::Logs::LogGroup');
  expect(groups).toHaveLength(deployment.all('AWS::Lambda::Function').length + 1);
  for (const { id, Properties, DeletionPolicy } of groups) {
    expect(Properties.RetentionInDays, id).toBe(logRetention);
    expect(DeletionPolicy, id).toBe(retainLogs ? 'Retain' : 'Delete');
  }
});

function refusesPlainHttp({ Properties }: Found): boolean {
  return (Properties.PolicyDocument.Statement as Statement[]).some(
    ({ Effect, Action, Condition }) =>
      Effect === 'Deny' &&
      list(Action).length > 0 &&
      String(Condition?.Bool?.['aws:SecureTransport']) === 'false',
  );
}
