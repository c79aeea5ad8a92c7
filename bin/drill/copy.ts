import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import {
  type AttributeValue,
  BatchWriteItemCommand,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndexDescription,
  ScanCommand,
  type ScanCommandOutput,
  type TableDescription,
  type WriteRequest,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

type Item = Record<string, AttributeValue>;

/** How many rows there are, and a digest that is the same for the same rows in any order. */
export type Contents = { rows: number; digest: string };

/** What DynamoDB takes in one call. */
const ROWS_A_CALL = 25;

/**
 * Writes every row into a file, a line each, just as DynamoDB holds it. For where there is no
 * point-in-time recovery: it reads a running table row by row and is no moment of it, so what is
 * written meanwhile may be torn. Let the stack run dry first.
 */
export async function backUp(
  client: DynamoDBClient,
  TableName: string,
  file: string,
): Promise<Contents> {
  const tally = new Tally();
  const out = createWriteStream(file);
  for await (const items of pagesOf(client, TableName)) {
    for (const item of items) {
      const line = toLine(item);
      tally.add(line);
      out.write(`${line}\n`);
    }
  }
  out.end();
  await finished(out);
  return tally.contents();
}

/** Makes a table like another one, indexes included, and fills it from a backup's file. */
export async function restore(
  client: DynamoDBClient,
  { like, TableName, file }: { like: string; TableName: string; file: string },
): Promise<void> {
  const { Table = {} } = await client.send(new DescribeTableCommand({ TableName: like }));
  await client.send(new CreateTableCommand(newTable(TableName, Table)));
  await waitUntilTableExists({ client, maxWaitTime: 120, minDelay: 1, maxDelay: 1 }, { TableName });
  let batch: WriteRequest[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    batch.push({ PutRequest: { Item: fromLine(line) } });
    if (batch.length === ROWS_A_CALL) {
      await put(client, TableName, batch);
      batch = [];
    }
  }
  if (batch.length > 0) await put(client, TableName, batch);
}

/** What a table holds, read from itself. */
export async function contentsOf(client: DynamoDBClient, TableName: string): Promise<Contents> {
  const tally = new Tally();
  for await (const items of pagesOf(client, TableName)) {
    for (const item of items) tally.add(toLine(item));
  }
  return tally.contents();
}

async function* pagesOf(client: DynamoDBClient, TableName: string): AsyncGenerator<Item[]> {
  let ExclusiveStartKey: Item | undefined;
  do {
    const page: ScanCommandOutput = await client.send(
      new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey }),
    );
    yield page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
}

function newTable(TableName: string, like: TableDescription) {
  return {
    TableName,
    KeySchema: like.KeySchema,
    AttributeDefinitions: like.AttributeDefinitions,
    BillingMode: 'PAY_PER_REQUEST' as const,
    ...(like.GlobalSecondaryIndexes && {
      GlobalSecondaryIndexes: like.GlobalSecondaryIndexes.map(
        ({ IndexName, KeySchema, Projection }: GlobalSecondaryIndexDescription) => ({
          ...{ IndexName, KeySchema, Projection },
        }),
      ),
    }),
  };
}

async function put(client: DynamoDBClient, TableName: string, rows: WriteRequest[]): Promise<void> {
  let left: WriteRequest[] = rows;
  while (left.length > 0) {
    const { UnprocessedItems = {} } = await client.send(
      new BatchWriteItemCommand({ RequestItems: { [TableName]: left } }),
    );
    left = UnprocessedItems[TableName] ?? [];
  }
}

/** Sums of digests do not depend on the order; a row twice would show, unlike with an exclusive or. */
class Tally {
  #rows = 0;
  #sum = 0n;

  add(line: string): void {
    this.#rows += 1;
    const digest = createHash('sha256').update(line).digest('hex');
    this.#sum = (this.#sum + BigInt(`0x${digest}`)) % 2n ** 256n;
  }

  contents(): Contents {
    return { rows: this.#rows, digest: this.#sum.toString(16).padStart(64, '0') };
  }
}

/** The same row is the same line, in whatever order its attributes came. */
function toLine(item: Item): string {
  return JSON.stringify(item, (_, value: unknown) => {
    if (value instanceof Uint8Array) return { base64: Buffer.from(value).toString('base64') };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

function fromLine(line: string): Item {
  return JSON.parse(line, (key, value: unknown) => {
    const binary = key === 'B' && typeof value === 'object' && value !== null && 'base64' in value;
    return binary ? new Uint8Array(Buffer.from(String(value.base64), 'base64')) : value;
  });
}
