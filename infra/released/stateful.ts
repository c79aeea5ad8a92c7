import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  return onlyStateful(
    app.synth().stacks.map(({ id, template }): [string, Template] => [id, template]),
  );
}

/** The same of an assembly that was kept: its folder. */
export function statefulIn(assembly: string): StatefulTemplates {
  const ending = '.template.json';
  return onlyStateful(
    readdirSync(assembly)
      .filter((file) => file.endsWith(ending))
      .map((file): [string, Template] => [
        file.slice(0, -ending.length),
        JSON.parse(readFileSync(join(assembly, file), 'utf8')),
      ]),
  );
}

function onlyStateful(templates: readonly (readonly [string, Template])[]): StatefulTemplates {
  const stateful = templates.map(([id, { Resources }]): [string, Template] => [
    id,
    {
      Resources: Object.fromEntries(
        Object.entries(Resources).filter(([, { Type }]) => STATEFUL.includes(Type)),
      ),
    },
  ]);
  return Object.fromEntries(
    stateful.filter(([, { Resources }]) => Object.keys(Resources).length > 0),
  );
}
