import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from '../parts/constants.ts';
import type { Attributes, DescribeResource } from './resolve.ts';
import { TemplateError } from './types.ts';

/** What only the running parts know of a resource. Asked for lazily, while values are resolved. */
export type Places = {
  queueUrl(queueName: string): string;
  /** the pool's id on this machine, the same in every run */
  userPoolId(name: string): string;
  userPoolClientId(userPoolId: string, clientName: string): string;
  secretArn(properties: { Name: string; [other: string]: unknown }): string;
  apiEndpoint(): string;
};

export type Describe = (
  name: string,
  property: (key: string) => string | undefined,
  places: Places,
  /** all of its properties, resolved */
  properties: () => Record<string, unknown>,
) => Attributes;

export const arn = (service: string, rest: string) =>
  `arn:aws:${service}:${LOCAL_REGION}:${LOCAL_ACCOUNT_ID}:${rest}`;
const globalArn = (service: string, rest: string) =>
  `arn:aws:${service}::${LOCAL_ACCOUNT_ID}:${rest}`;
const nameOnly: Describe = (name) => ({ Ref: name });

/**
 * The closed list of resource types. A type outside it stops the start: what runs here must be what
 * deploys, so nothing is skipped silently.
 */
const TYPES: Record<string, Describe> = {
  'AWS::DynamoDB::Table': (name, property) => {
    const table = property('TableName') ?? name;
    const tableArn = arn('dynamodb', `table/${table}`);
    return { Ref: table, Arn: tableArn, StreamArn: `${tableArn}/stream/local` };
  },
  'AWS::Cognito::UserPool': (name, property, places) => {
    const id = places.userPoolId(property('UserPoolName') ?? name);
    const provider = `cognito-idp.${LOCAL_REGION}.amazonaws.com/${id}`;
    return {
      Ref: id,
      UserPoolId: id,
      Arn: arn('cognito-idp', `userpool/${id}`),
      ProviderName: provider,
      ProviderURL: `https://${provider}`,
    };
  },
  'AWS::Cognito::UserPoolClient': (name, property, places) => {
    const pool = property('UserPoolId') ?? '';
    const id = places.userPoolClientId(pool, property('ClientName') ?? name);
    return { Ref: id, ClientId: id };
  },
  'AWS::ApiGatewayV2::Api': (name, _property, places) => ({
    Ref: name,
    ApiId: name,
    ApiEndpoint: places.apiEndpoint(),
  }),
  'AWS::ApiGatewayV2::Stage': (_name, property) => ({ Ref: property('StageName') ?? '$default' }),
  'AWS::ApiGatewayV2::Authorizer': (name) => ({ Ref: name, AuthorizerId: name }),
  'AWS::ApiGatewayV2::Route': (name) => ({ Ref: name, RouteId: name }),
  'AWS::ApiGatewayV2::Integration': (name) => ({ Ref: name, IntegrationId: name }),
  'AWS::Lambda::Function': (name, property) => {
    const fn = property('FunctionName') ?? name;
    return { Ref: fn, Arn: arn('lambda', `function:${fn}`) };
  },
  'AWS::Lambda::Permission': nameOnly,
  'AWS::Lambda::EventInvokeConfig': nameOnly,
  'AWS::Lambda::EventSourceMapping': (name) => ({ Ref: name, Id: name }),
  'AWS::Events::EventBus': (name, property) => {
    const bus = property('Name') ?? name;
    return { Ref: bus, Name: bus, Arn: arn('events', `event-bus/${bus}`) };
  },
  'AWS::Events::Rule': (name, property) => {
    const rule = property('Name') ?? name;
    const bus = property('EventBusName')?.split('/').at(-1);
    const path = bus === undefined || bus === 'default' ? rule : `${bus}/${rule}`;
    return { Ref: rule, Arn: arn('events', `rule/${path}`) };
  },
  'AWS::Events::Archive': (name, property) => {
    const archive = property('ArchiveName') ?? name;
    return { Ref: archive, ArchiveName: archive, Arn: arn('events', `archive/${archive}`) };
  },
  'AWS::SQS::Queue': (name, property, places) => {
    const queue = property('QueueName') ?? name;
    const url = places.queueUrl(queue);
    return { Ref: url, QueueUrl: url, QueueName: queue, Arn: arn('sqs', queue) };
  },
  'AWS::SQS::QueuePolicy': (name) => ({ Ref: name, Id: name }),
  'AWS::IAM::Role': (name, property) => {
    const role = property('RoleName') ?? name;
    return { Ref: role, RoleId: role, Arn: globalArn('iam', `role/${role}`) };
  },
  'AWS::IAM::Policy': (name) => ({ Ref: name, Id: name }),
  'AWS::IAM::ManagedPolicy': (name, property) => {
    const policyArn = globalArn('iam', `policy/${property('ManagedPolicyName') ?? name}`);
    return { Ref: policyArn, PolicyArn: policyArn };
  },
  'AWS::SecretsManager::Secret': (name, property, places, properties) => {
    const Name = property('Name') ?? name;
    const secretArn = places.secretArn({ ...properties(), Name });
    return { Ref: secretArn, Id: secretArn };
  },
  'AWS::Logs::LogGroup': (name, property) => {
    const group = property('LogGroupName') ?? name;
    return { Ref: group, Arn: arn('logs', `log-group:${group}:*`) };
  },
  'AWS::CloudWatch::Alarm': (name, property) => {
    const alarm = property('AlarmName') ?? name;
    return { Ref: alarm, Arn: arn('cloudwatch', `alarm:${alarm}`) };
  },
  'AWS::CloudWatch::Dashboard': (name, property) => ({ Ref: property('DashboardName') ?? name }),
  'AWS::SNS::Topic': (name, property) => {
    const topic = property('TopicName') ?? name;
    return { Ref: arn('sns', topic), TopicArn: arn('sns', topic), TopicName: topic };
  },
  'AWS::SNS::TopicPolicy': (name) => ({ Ref: name, Id: name }),
  'AWS::SNS::Subscription': (name) => ({ Ref: arn('sns', `subscription:${name}`) }),
  'AWS::SES::ConfigurationSet': (name, property) => ({ Ref: property('Name') ?? name }),
  'AWS::SES::ConfigurationSetEventDestination': (name) => ({ Ref: name, Id: name }),
  'AWS::CDK::Metadata': nameOnly,
};

/** Says the attributes of the closed list's types and of `more`; another type stops with one line naming it. */
export function describeWith(
  places: Places,
  more: Readonly<Record<string, Describe>> = {},
): DescribeResource {
  return (resource, { stackName, logicalId }, resolve) => {
    const describe = TYPES[resource.Type] ?? more[resource.Type];
    if (describe === undefined) throw unknownType(resource.Type, `${stackName}/${logicalId}`);
    const property = (key: string) => {
      const value = resolve(resource.Properties?.[key]);
      return value === undefined ? undefined : String(value);
    };
    const properties = () => resolve(resource.Properties ?? {}) as Record<string, unknown>;
    return describe(`${stackName}-${logicalId}`, property, places, properties);
  };
}

export function assertKnownType(type: string, place: string): void {
  if (TYPES[type] === undefined) throw unknownType(type, place);
}

function unknownType(type: string, place: string): TemplateError {
  return new TemplateError(`${place}: ${type} is not a resource type the local runner knows`);
}
