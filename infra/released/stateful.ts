import type { App } from 'aws-cdk-lib';

/**
 * What holds something that a replacement would lose: rows, people, keys, messages, records; the
 * address that frontends call, and who has subscribed to alarms.
 */
const STATEFUL = [
  'AWS::DynamoDB::Table',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::SecretsManager::Secret',
  'AWS::SQS::Queue',
  'AWS::Events::EventBus',
  'AWS::Events::Archive',
  'AWS::ApiGatewayV2::Api',
  'AWS::SNS::Topic',
];

type Template = { Resources: Record<string, { Type: string }> };

/** By stack, the part of each template that must survive an upgrade in place. */
export type StatefulTemplates = Record<string, Template>;

/** The stateful resources of an app, as CloudFormation will know them. */
export function statefulOf(app: App): StatefulTemplates {
  const stacks = app.synth().stacks.map(({ id, template }): [string, Template] => [
    id,
    {
      Resources: Object.fromEntries(
        Object.entries((template as Template).Resources).filter(([, { Type }]) =>
          STATEFUL.includes(Type),
        ),
      ),
    },
  ]);
  return Object.fromEntries(
    stacks.filter(([, { Resources }]) => Object.keys(Resources).length > 0),
  );
}
