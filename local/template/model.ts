import type { Resolver } from './resolve.ts';
import { assertKnownType } from './resources.ts';
import { type Resource, type StackTemplate, TemplateError } from './types.ts';

/** Properties of a resource after resolution: plain JSON, spelt as CloudFormation spells them. */
export type Properties = Record<string, unknown>;

export type Resolved = {
  stackName: string;
  logicalId: string;
  type: string;
  properties: Properties;
  attributes: Record<string, string>;
};

export type FunctionModel = {
  /** physical name, `just-driving-dev-register-student` */
  name: string;
  /** without the stage's prefix: `register-student` */
  shortName: string;
  arn: string;
  handler: string;
  codeDir: string;
  /** ARN of its execution role */
  role: string;
  memoryMb: number;
  timeoutMs: number;
  environment: Record<string, string>;
};

/** Everything the engine runs, read from the templates of all stacks. */
export type Model = {
  functions: FunctionModel[];
  tables: Resolved[];
  userPools: Resolved[];
  userPoolClients: Resolved[];
  queues: Resolved[];
  secrets: Resolved[];
  mappings: Resolved[];
  /** how asynchronous invocations are retried, and where they go that fail for good */
  invokeConfigs: Resolved[];
  roles: Resolved[];
  /** policies outside of roles, attached by ARN or by role name */
  policies: Resolved[];
  buses: Resolved[];
  rules: Resolved[];
  api: {
    api: Resolved;
    stages: Resolved[];
    routes: Resolved[];
    integrations: Resolved[];
    authorizers: Resolved[];
  } | null;
  outputs: Record<string, string>;
};

/** Reads the stacks: refuses unknown types, leaves out what a condition switches off, resolves the rest. */
export function readModel(stacks: readonly StackTemplate[], resolver: Resolver): Model {
  const all = stacks.flatMap((stack) => living(stack, resolver));
  const ofType = (type: string) => all.filter((resource) => resource.type === type);
  const [api, ...moreApis] = ofType('AWS::ApiGatewayV2::Api');
  if (moreApis.length > 0)
    throw new TemplateError('the local runner serves one HTTP API, not more');
  const folders = new Map(stacks.map((stack) => [stack.stackName, stack.assets]));
  return {
    functions: ofType('AWS::Lambda::Function').map((fn) => toFunction(fn, folders)),
    tables: ofType('AWS::DynamoDB::Table'),
    userPools: ofType('AWS::Cognito::UserPool'),
    userPoolClients: ofType('AWS::Cognito::UserPoolClient'),
    queues: ofType('AWS::SQS::Queue'),
    secrets: ofType('AWS::SecretsManager::Secret'),
    mappings: ofType('AWS::Lambda::EventSourceMapping'),
    invokeConfigs: ofType('AWS::Lambda::EventInvokeConfig'),
    roles: ofType('AWS::IAM::Role'),
    policies: [...ofType('AWS::IAM::ManagedPolicy'), ...ofType('AWS::IAM::Policy')],
    buses: ofType('AWS::Events::EventBus'),
    rules: ofType('AWS::Events::Rule'),
    api:
      api === undefined
        ? null
        : {
            api,
            stages: ofType('AWS::ApiGatewayV2::Stage'),
            routes: ofType('AWS::ApiGatewayV2::Route'),
            integrations: ofType('AWS::ApiGatewayV2::Integration'),
            authorizers: ofType('AWS::ApiGatewayV2::Authorizer'),
          },
    outputs: outputsOf(stacks, resolver),
  };
}

/** Types whose properties the engine reads; of the others only `Ref` and attributes matter. */
const READ =
  /^AWS::(DynamoDB::Table|Cognito::|SQS::Queue$|SecretsManager::|Lambda::(Function|EventSourceMapping|EventInvokeConfig)$|Events::|IAM::|ApiGatewayV2::)/;

function living(stack: StackTemplate, resolver: Resolver): Resolved[] {
  const found: Resolved[] = [];
  for (const [logicalId, resource] of Object.entries(stack.template.Resources)) {
    assertKnownType(resource.Type, `${stack.stackName}/${logicalId}`);
    if (!READ.test(resource.Type)) continue;
    if (!resolver.condition(stack.stackName, resource.Condition)) continue;
    found.push({
      stackName: stack.stackName,
      logicalId,
      type: resource.Type,
      properties: readProperties(stack.stackName, resource, resolver),
      attributes: resolver.attributes(stack.stackName, logicalId),
    });
  }
  return found;
}

function readProperties(stackName: string, resource: Resource, resolver: Resolver): Properties {
  return resolver.resolve(stackName, resource.Properties ?? {}) as Properties;
}

function toFunction(fn: Resolved, folders: Map<string, Map<string, string>>): FunctionModel {
  const place = `${fn.stackName}/${fn.logicalId}`;
  const properties = fn.properties as {
    Handler?: string;
    Role?: string;
    Runtime?: string;
    MemorySize?: number;
    Timeout?: number;
    Code?: { S3Key?: string };
    Environment?: { Variables?: Record<string, unknown> };
  };
  if (properties.Runtime?.startsWith('nodejs') !== true) {
    throw new TemplateError(`${place}: the local runner runs Node.js, not ${properties.Runtime}`);
  }
  const asset = properties.Code?.S3Key?.replace(/\.zip$/, '');
  const codeDir = asset === undefined ? undefined : folders.get(fn.stackName)?.get(asset);
  if (codeDir === undefined) throw new TemplateError(`${place}: its code is not among the assets`);
  const name = fn.attributes.Ref ?? '';
  return {
    name,
    shortName: shortName(name),
    arn: fn.attributes.Arn ?? '',
    handler: properties.Handler ?? 'index.handler',
    codeDir,
    role: properties.Role ?? '',
    memoryMb: Number(properties.MemorySize ?? 128),
    timeoutMs: Number(properties.Timeout ?? 3) * 1000,
    environment: Object.fromEntries(
      Object.entries(properties.Environment?.Variables ?? {}).map(([key, value]) => [
        key,
        String(value),
      ]),
    ),
  };
}

/** `just-driving-dev-send-email` is `send-email`; a name of another make stays as it is. */
export function shortName(name: string): string {
  return name.replace(/^just-driving-[a-z0-9]+-/, '');
}

function outputsOf(stacks: readonly StackTemplate[], resolver: Resolver): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const { stackName, template } of stacks) {
    for (const [name, output] of Object.entries(template.Outputs ?? {})) {
      // Exports between stacks are resolved where they are imported.
      if (output.Export !== undefined || !resolver.condition(stackName, output.Condition)) continue;
      outputs[name] = String(resolver.resolve(stackName, output.Value));
    }
  }
  return outputs;
}
