import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PUBLIC_ROUTES } from '../../infra/public-routes.ts';
import { publicRoutes } from './fixture/routes.ts';
import {
  Deployment,
  fixtureOptions,
  list,
  productOptions,
  removeScratch,
  type Statement,
  statements,
} from './support/synth.ts';

afterAll(removeScratch);

/**
 * Pointed questions, asked of the product and of the fixture: the one proves the product, the other
 * that every kind of function was there to be asked about.
 */
describe.each([
  { subject: 'the product', options: productOptions, open: PUBLIC_ROUTES },
  { subject: 'the fixture', options: fixtureOptions, open: publicRoutes },
])('the template of $subject', ({ options, open }) => {
  let deployment: Deployment;
  beforeAll(async () => {
    deployment = await Deployment.of(options);
  });

  it('puts the JWT authorizer on every route but the public ones', () => {
    const routes = deployment.all('AWS::ApiGatewayV2::Route');
    const unprotected = routes
      .filter(
        ({ Properties }) => !(Properties.AuthorizationType === 'JWT' && Properties.AuthorizerId),
      )
      .map(({ Properties }) => Properties.RouteKey);
    expect(routes.length).toBeGreaterThan(1);
    expect(unprotected.sort()).toEqual([...open].sort());
  });

  it('lets the API call a function on its own route only', () => {
    const permissions = deployment
      .all('AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com');
    expect(permissions).toHaveLength(deployment.all('AWS::ApiGatewayV2::Route').length);
    for (const { Properties } of permissions) {
      expect(JSON.stringify(Properties.SourceArn)).toMatch(
        /\/\*\/(GET|POST|PUT|PATCH|DELETE)\/[a-z]/,
      );
    }
  });

  it('gives every queue dead letters that outlive it, and at least five tries', () => {
    const queues = deployment.all('AWS::SQS::Queue');
    const isDeadLetters = (name: string) => name.endsWith('-dlq');
    const working = queues.filter(({ Properties }) => !isDeadLetters(Properties.QueueName));
    expect(working.length).toBeGreaterThan(2);
    for (const queue of working) {
      const { RedrivePolicy, MessageRetentionPeriod } = queue.Properties;
      const deadLetters = deployment.target(queue, RedrivePolicy?.deadLetterTargetArn);
      expect(RedrivePolicy?.maxReceiveCount, queue.id).toBeGreaterThanOrEqual(5);
      expect(deadLetters?.Properties.MessageRetentionPeriod, queue.id).toBeGreaterThan(
        MessageRetentionPeriod,
      );
    }
  });

  it('hears of each failed record alone, on every mapping', () => {
    const mappings = deployment.all('AWS::Lambda::EventSourceMapping');
    expect(mappings.length).toBeGreaterThan(3);
    for (const { id, Properties } of mappings) {
      expect(Properties.FunctionResponseTypes, id).toEqual(['ReportBatchItemFailures']);
    }
  });

  it('hides a message for six times as long as its consumer may run', () => {
    const queueMappings = deployment
      .all('AWS::Lambda::EventSourceMapping')
      .filter(({ Properties }) => Properties.StartingPosition === undefined);
    const queues = deployment.all('AWS::SQS::Queue');
    for (const mapping of queueMappings) {
      const consumer = deployment.target(mapping, mapping.Properties.FunctionName);
      // the source is in the same stack or imported by the name of its export
      const source = queues.find(({ id, stack }) =>
        JSON.stringify(mapping.Properties.EventSourceArn).includes(id.slice(stack.length + 1)),
      );
      expect(consumer?.Properties.Timeout, mapping.id).toBeGreaterThan(0);
      expect(source?.Properties.VisibilityTimeout, mapping.id).toBeGreaterThanOrEqual(
        6 * consumer?.Properties.Timeout,
      );
    }
  });

  it('reads from the stream the insertion of outbox rows only, with bounded retries', () => {
    const [mapping, ...others] = deployment
      .all('AWS::Lambda::EventSourceMapping')
      .filter(({ Properties }) => Properties.StartingPosition !== undefined);
    expect(others).toEqual([]);
    const Properties = mapping?.Properties ?? {};
    expect(JSON.parse(Properties.FilterCriteria.Filters[0].Pattern)).toEqual({
      eventName: ['INSERT'],
      dynamodb: { Keys: { pk: { S: [{ prefix: 'outbox#' }] } } },
    });
    expect(Properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 10,
      MaximumBatchingWindowInSeconds: 0,
    });
    expect(Properties.DestinationConfig.OnFailure.Destination).toBeDefined();
  });

  it('gives every rule target retries and dead letters of its own', () => {
    const rules = deployment.all('AWS::Events::Rule');
    expect(rules.length).toBeGreaterThan(1);
    for (const rule of rules) {
      for (const target of rule.Properties.Targets) {
        expect(target.RetryPolicy.MaximumRetryAttempts, rule.id).toBeGreaterThan(0);
        const deadLetters = deployment.target(rule, target.DeadLetterConfig.Arn);
        expect(deadLetters?.Properties.QueueName, rule.id).toMatch(/-dlq$/);
        expect(deadLetters, rule.id).not.toBe(deployment.target(rule, target.Arn));
      }
    }
  });

  it('grants no action by wildcard, and a wildcard resource to X-Ray alone', () => {
    const all = statements(deployment);
    expect(all.length).toBeGreaterThan(5);
    for (const { of, statement } of all) {
      for (const action of list(statement.Action)) expect(action, of.id).not.toContain('*');
      if (list(statement.Resource).includes('*')) {
        expect(statement.Action).toEqual(['xray:PutTelemetryRecords', 'xray:PutTraceSegments']);
      }
      expect(JSON.stringify(statement.Resource), of.id).not.toMatch(/\/\*"|:\*"/);
    }
  });

  it('allows nothing by wildcard in the policies of queues and topics either', () => {
    const policies = [
      ...deployment.all('AWS::SQS::QueuePolicy'),
      ...deployment.all('AWS::SNS::TopicPolicy'),
    ];
    for (const { id, Properties } of policies) {
      const allowing = (Properties.PolicyDocument.Statement as Statement[]).filter(
        ({ Effect }) => Effect === 'Allow',
      );
      for (const { Action, Resource, Condition } of allowing) {
        expect(list(Action).join(), id).not.toContain('*');
        expect(list(Resource), id).not.toContain('*');
        expect(Condition, id).toBeDefined();
      }
    }
  });

  it('lets no function scan the table, or write outside a transaction', () => {
    const excepted = ['rate#*', 'rate#sending-*', 'outbox#*'];
    for (const { of, statement } of statements(deployment)) {
      const actions = list(statement.Action).filter((action) => action.startsWith('dynamodb:'));
      expect(actions, of.id).not.toContain('dynamodb:Scan');
      expect(actions, of.id).not.toContain('dynamodb:BatchWriteItem');
      const writes = actions.filter((action) => /(Put|Update|Delete)Item$/.test(action));
      if (writes.length === 0) continue;
      const keys = statement.Condition?.['ForAllValues:StringLike']?.['dynamodb:LeadingKeys'] ?? [];
      const within =
        statement.Condition?.['ForAnyValue:StringEquals']?.['dynamodb:EnclosingOperation'];
      const exempt = keys.length > 0 && keys.every((key) => excepted.includes(key));
      expect(exempt || within?.join() === 'TransactWriteItems', of.id).toBe(true);
    }
  });

  it('gives every function its own role, its own log group with an end, and tracing', () => {
    const functions = deployment.all('AWS::Lambda::Function');
    const roles = new Set(
      functions.map(({ stack, Properties }) => stack + JSON.stringify(Properties.Role)),
    );
    expect(roles.size).toBe(functions.length);
    for (const { id, Properties } of functions) {
      expect(Properties, id).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON' },
        Environment: { Variables: { STAGE: 'dev' } },
      });
    }
    const logGroups = deployment.all('AWS::Logs::LogGroup');
    expect(logGroups).toHaveLength(functions.length + 1);
    for (const { id, Properties } of logGroups) {
      expect(Properties.RetentionInDays, id).toBeGreaterThan(0);
    }
  });

  it('keeps whatever holds state when its stack goes', () => {
    const stateful = [
      'AWS::DynamoDB::Table',
      'AWS::Cognito::UserPool',
      'AWS::SecretsManager::Secret',
    ];
    const resources = stateful.flatMap((type) => deployment.all(type));
    expect(resources).toHaveLength(8);
    for (const { id, DeletionPolicy, UpdateReplacePolicy } of resources) {
      expect({ DeletionPolicy, UpdateReplacePolicy }, id).toEqual({
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
      });
    }
  });

  it('needs nothing but CloudFormation: no custom resource, no global table, no weak reference', () => {
    const types = deployment.resources.map(({ Type }) => Type);
    expect(
      types.filter((type) => /^Custom::|CustomResource|GlobalTable|Scheduler/.test(type)),
    ).toEqual([]);
    expect(JSON.stringify(deployment.resources)).not.toContain('Fn::GetStackOutput');
  });

  it('keeps query strings, addresses and tokens out of the access log', () => {
    const [stage] = deployment.all('AWS::ApiGatewayV2::Stage');
    const format: string = stage?.Properties.AccessLogSettings.Format;
    expect(format).toContain('$context.routeKey');
    expect(format).not.toMatch(
      /identity|\.path|protocol|userAgent|sourceIp|authorizer|claims|query/i,
    );
    expect(stage?.Properties.DefaultRouteSettings.ThrottlingRateLimit).toBe(1000);
  });

  it('is far from what CloudFormation takes in one stack', () => {
    const sizes = Map.groupBy(deployment.resources, ({ stack }) => stack);
    for (const [stack, resources] of sizes) expect(resources.length, stack).toBeLessThan(400);
  });
});

describe('the data of the product', () => {
  it('has both indexes, a stream of new images, recovery and expiry', async () => {
    const deployment = await Deployment.of({ ...fixtureOptions, stage: 'production' });
    const [table] = deployment.all('AWS::DynamoDB::Table');
    expect(table?.Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
      GlobalSecondaryIndexes: [
        { IndexName: 'bySchoolAndTime', Projection: { ProjectionType: 'ALL' } },
        { IndexName: 'byDue', Projection: { ProjectionType: 'KEYS_ONLY' } },
      ],
    });
  });

  it('lets nobody sign themselves up, and tokens live a quarter of an hour', async () => {
    const deployment = await Deployment.of(fixtureOptions);
    const [pool] = deployment.all('AWS::Cognito::UserPool');
    const [client] = deployment.all('AWS::Cognito::UserPoolClient');
    expect(pool?.Properties.AdminCreateUserConfig.AllowAdminCreateUserOnly).toBe(true);
    expect(pool?.Properties.UsernameAttributes).toBeUndefined();
    expect(pool?.Properties.AliasAttributes).toBeUndefined();
    expect(client?.Properties).toMatchObject({
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 43200,
    });
  });
});
