import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { LOCAL_ACCOUNT_ID, LOCAL_CREDENTIALS, LOCAL_REGION } from './parts/constants.ts';
import { createTable, type TableProperties } from './parts/dynamodb-table.ts';
import type { QueueProperties, Queues } from './parts/queues.ts';
import type { Secrets } from './parts/secrets.ts';
import type { StripeSettings } from './parts/stripe/real.ts';
import type { TwilioAccount } from './parts/twilio.ts';
import {
  type CreatedPool,
  type UserPools,
  userPoolClientId,
  userPoolId,
} from './parts/user-pools.ts';
import type { State } from './state.ts';
import { type Model, type Resolved, readModel } from './template/model.ts';
import { Resolver } from './template/resolve.ts';
import { describeWith } from './template/resources.ts';
import type { StackTemplate } from './template/types.ts';

/** Reads the stacks with every reference resolved to what this machine's parts will answer to. */
export function resolveModel(
  stacks: readonly StackTemplate[],
  origins: { proxy: string; api: string },
  secrets: Secrets,
): Model {
  const resolver = new Resolver({
    stacks,
    region: LOCAL_REGION,
    account: LOCAL_ACCOUNT_ID,
    describe: describeWith({
      queueUrl: (name) => `${origins.proxy}/${LOCAL_ACCOUNT_ID}/${name}`,
      apiEndpoint: () => origins.api,
      userPoolId,
      userPoolClientId,
      // Made here, for its ARN ends in what the service adds.
      secretArn: (properties) => secrets.createSecret(properties).arn,
    }),
  });
  return readModel(stacks, resolver);
}

export type ProvisionOptions = {
  model: Model;
  dynamoDbEndpoint: string;
  queues: Queues;
  userPools: UserPools;
};

export type Provisioned = {
  /** table name -> ARN of its stream */
  streams: Map<string, string>;
  /** user pool id -> what its tokens say and where its keys are */
  pools: Map<string, CreatedPool>;
};

/** Makes the template's resources in the parts, or brings those of an earlier run up to date. */
export async function provision(options: ProvisionOptions): Promise<Provisioned> {
  const { model } = options;
  createQueues(model.queues, options.queues);
  const [streams, pools] = await Promise.all([
    createTables(model.tables, options.dynamoDbEndpoint),
    createUserPools(model, options.userPools),
  ]);
  return { streams, pools };
}

/** Dead-letter queues first: the others name them. */
function createQueues(resources: readonly Resolved[], queues: Queues): void {
  const withDeadLetters = (queue: Resolved) => Number('RedrivePolicy' in queue.properties);
  const ordered = [...resources].sort((a, b) => withDeadLetters(a) - withDeadLetters(b));
  for (const { properties, attributes } of ordered) {
    queues.createQueue({ ...properties, QueueName: attributes.QueueName ?? '' } as QueueProperties);
  }
}

/** An operator puts the providers' keys into their secrets by hand; here they are the stand-ins'. */
export function putProviderSecrets(
  resources: readonly Resolved[],
  { secrets, twilio, stripe }: { secrets: Secrets; twilio: TwilioAccount; stripe: StripeSettings },
): void {
  const values: Record<string, unknown> = {
    twilio,
    stripe: { apiKey: stripe.apiKey },
    'stripe-webhook': { secrets: stripe.webhookSecrets },
  };
  for (const { properties } of resources) {
    const name = String(properties.Name ?? '');
    const value = values[name.split('/').at(-1) ?? ''];
    if (value !== undefined) secrets.put(name, JSON.stringify(value));
  }
}

async function createTables(
  resources: readonly Resolved[],
  endpoint: string,
): Promise<Map<string, string>> {
  const client = new DynamoDBClient({
    endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
  });
  const streams = new Map<string, string>();
  for (const { properties, attributes } of resources) {
    const table = await createTable(client, {
      ...properties,
      TableName: attributes.Ref ?? '',
    } as TableProperties);
    if (table.streamArn !== null) streams.set(table.tableName, table.streamArn);
  }
  client.destroy();
  return streams;
}

async function createUserPools(
  model: Model,
  userPools: UserPools,
): Promise<Map<string, CreatedPool>> {
  const pools = new Map<string, CreatedPool>();
  for (const { stackName, logicalId, properties } of model.userPools) {
    const UserPoolName = String(properties.UserPoolName ?? `${stackName}-${logicalId}`);
    const pool = await userPools.createUserPool({ ...properties, UserPoolName });
    pools.set(pool.id, pool);
  }
  for (const { stackName, logicalId, properties } of model.userPoolClients) {
    await userPools.createClient({
      ...properties,
      UserPoolId: String(properties.UserPoolId),
      ClientName: String(properties.ClientName ?? `${stackName}-${logicalId}`),
    });
  }
  return pools;
}

const ANSWERED = ['dynamodb', 'sqs', 'ses', 'events', 'secretsmanager', 'cognito'];

/** What other programs need to reach the parts: one address for all of them, and the names in it. */
export function awsOf({ tables, userPools, userPoolClients }: Model, origin: string): State['aws'] {
  return {
    endpoints: Object.fromEntries(ANSWERED.map((name) => [name, origin])),
    region: LOCAL_REGION,
    table: tables[0]?.attributes.Ref ?? '',
    userPoolId: userPools[0]?.attributes.Ref ?? '',
    clientId: userPoolClients[0]?.attributes.Ref ?? '',
  };
}
