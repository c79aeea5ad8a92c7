import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { waitUntil } from './http.ts';

/** Properties of a resolved `AWS::DynamoDB::Table`: no intrinsic functions left in it. */
export type TableProperties = {
  TableName: string;
  KeySchema: CreateTableCommandInput['KeySchema'];
  AttributeDefinitions: CreateTableCommandInput['AttributeDefinitions'];
  GlobalSecondaryIndexes?: (GlobalSecondaryIndex & Record<string, unknown>)[];
  LocalSecondaryIndexes?: CreateTableCommandInput['LocalSecondaryIndexes'];
  StreamSpecification?: { StreamViewType: string };
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
  /** backups, encryption, tags, protection: not a matter for a machine of one's own */
  [other: string]: unknown;
};

export type CreatedTable = { tableName: string; tableArn: string; streamArn: string | null };

/**
 * Makes the template's table, or takes the one an earlier run made: indexes added since are added,
 * a changed primary key is refused. The streams of a table survive with it.
 */
export async function createTable(
  client: DynamoDBClient,
  properties: TableProperties,
): Promise<CreatedTable> {
  const wanted = toCreateTable(properties);
  const existing = await describe(client, properties.TableName);
  if (existing) await bringUpToDate(client, existing, wanted);
  else await client.send(new CreateTableCommand(wanted));

  await waitUntil(async () => isActive(await describe(client, properties.TableName)), {
    timeoutMs: 30_000,
    message: `table ${properties.TableName} does not become active`,
  });
  if (properties.TimeToLiveSpecification?.Enabled) await enableTtl(client, properties);
  const table = await describe(client, properties.TableName);
  return {
    tableName: properties.TableName,
    tableArn: table?.TableArn ?? '',
    streamArn: table?.LatestStreamArn ?? null,
  };
}

function toCreateTable(properties: TableProperties): CreateTableCommandInput {
  const { StreamSpecification: stream, LocalSecondaryIndexes: localIndexes } = properties;
  return {
    TableName: properties.TableName,
    KeySchema: properties.KeySchema,
    AttributeDefinitions: properties.AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST',
    ...(properties.GlobalSecondaryIndexes?.length && {
      GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes.map(
        ({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }),
      ),
    }),
    ...(localIndexes?.length && { LocalSecondaryIndexes: localIndexes }),
    // A template gives the view alone; the API wants the switch as well.
    ...(stream && {
      StreamSpecification: {
        StreamEnabled: true,
        StreamViewType: stream.StreamViewType as 'NEW_IMAGE',
      },
    }),
  };
}

async function bringUpToDate(
  client: DynamoDBClient,
  existing: TableDescription,
  wanted: CreateTableCommandInput,
): Promise<void> {
  const keys = (schema: CreateTableCommandInput['KeySchema']) =>
    schema?.map((key) => `${key.KeyType}:${key.AttributeName}`).join();
  if (keys(existing.KeySchema) !== keys(wanted.KeySchema)) {
    throw new Error(
      `table ${wanted.TableName} has another key than the template: start with --fresh`,
    );
  }
  const have = new Set(existing.GlobalSecondaryIndexes?.map((index) => index.IndexName));
  for (const index of wanted.GlobalSecondaryIndexes ?? []) {
    if (have.has(index.IndexName)) continue;
    await client.send(
      new UpdateTableCommand({
        TableName: wanted.TableName,
        AttributeDefinitions: wanted.AttributeDefinitions,
        GlobalSecondaryIndexUpdates: [{ Create: index }],
      }),
    );
    await waitUntil(async () => isActive(await describe(client, wanted.TableName ?? '')), {
      timeoutMs: 60_000,
      message: `index ${index.IndexName} does not become active`,
    });
  }
}

function isActive(table: TableDescription | null): boolean {
  const indexes = table?.GlobalSecondaryIndexes ?? [];
  return (
    table?.TableStatus === 'ACTIVE' && indexes.every((index) => index.IndexStatus === 'ACTIVE')
  );
}

async function describe(client: DynamoDBClient, name: string): Promise<TableDescription | null> {
  try {
    return (await client.send(new DescribeTableCommand({ TableName: name }))).Table ?? null;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

async function enableTtl(client: DynamoDBClient, properties: TableProperties): Promise<void> {
  try {
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: properties.TableName,
        TimeToLiveSpecification: properties.TimeToLiveSpecification,
      }),
    );
  } catch (error) {
    // "TimeToLive is already enabled": the table came from an earlier run.
    if (!(error instanceof Error && /already enabled/i.test(error.message))) throw error;
  }
}
