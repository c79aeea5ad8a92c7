import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { BatchWriteCommand, DeleteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { deriveKeys, type Keys } from '../../../domain/shared/secrets.ts';
import type { Row } from '../../../domain/store/port.ts';
import { PRODUCT } from '../../../infra/names.ts';
import { LOCAL_CREDENTIALS } from '../../../local/parts/constants.ts';
import { scanTable } from '../../support/auditor.ts';
import { stack } from './stack.ts';

/** Every row as it lies in the table, or those of one entity. */
export function allRows(entity?: string): Promise<Row[]> {
  return withTable((client, tableName) => scanTable(client, tableName, entity));
}

/**
 * Lets the next sweep begin a day before its present, as the very first one does. For a test whose
 * clock jumps by months: the sweep would carry out all that falls due on the way. That is left undone.
 */
export function forgetTheSweep(): Promise<unknown> {
  const Key = { pk: 'cursor#sweep', sk: 'cursor' };
  return withTable((client, TableName) =>
    DynamoDBDocumentClient.from(client).send(new DeleteCommand({ TableName, Key })),
  );
}

/** A window of so many seconds that begins, or has begun, at that time. */
type Counter = { of: string; seconds: number; count: number; at: Date };

/** As if so many had been counted in each. */
export async function fillCounters(counters: readonly Counter[]): Promise<void> {
  const puts = counters.map(({ of, seconds, count, at }) => ({
    PutRequest: {
      Item: {
        pk: `rate#${of}#${Math.floor(at.getTime() / 1_000 / seconds)}`,
        ...{ sk: 'rate', count },
      },
    },
  }));
  await withTable(async (client, tableName) => {
    for (let first = 0; first < puts.length; first += 25) {
      const RequestItems = { [tableName]: puts.slice(first, first + 25) };
      await DynamoDBDocumentClient.from(client).send(new BatchWriteCommand({ RequestItems }));
    }
  });
}

async function withTable<T>(
  run: (client: DynamoDBClient, tableName: string) => Promise<T>,
): Promise<T> {
  const { aws } = stack();
  const client = new DynamoDBClient({
    region: aws.region,
    endpoint: aws.endpoints.dynamodb as string,
    credentials: LOCAL_CREDENTIALS,
  });
  try {
    return await run(client, aws.table);
  } finally {
    client.destroy();
  }
}

/** Rows of one entity (`membership`, `invoice`, ...), narrowed by the values of some attributes. */
export async function rowsOf(entity: string, where: Record<string, unknown> = {}): Promise<Row[]> {
  const wanted = Object.entries(where);
  return (await allRows(entity)).filter((row) =>
    wanted.every(([name, value]) => row[name] === value),
  );
}

/** The rows but for the counters of limits, which every public request moves. */
export async function rowsThatMatter(): Promise<Row[]> {
  return (await allRows()).filter(({ pk }) => !String(pk).startsWith('rate#'));
}

let keys: Promise<Keys> | undefined;

/** The deployment's keys: with them an address or a token is followed to its row. */
export function readKeys(): Promise<Keys> {
  keys ??= deploymentKeys();
  return keys;
}

async function deploymentKeys(): Promise<Keys> {
  const { aws } = stack();
  const client = new SecretsManagerClient({
    region: aws.region,
    endpoint: aws.endpoints.secretsmanager as string,
    credentials: LOCAL_CREDENTIALS,
  });
  const { SecretString = '' } = await client.send(
    new GetSecretValueCommand({ SecretId: `${PRODUCT}/dev/keys` }),
  );
  client.destroy();
  return deriveKeys(SecretString);
}
