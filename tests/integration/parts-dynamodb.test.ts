import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  ListTablesCommand,
  PutItemCommand,
  QueryCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/parts/constants.ts';
import { checkJava, startDynamoDb } from '../../local/parts/dynamodb.ts';
import { createTable, type TableProperties } from '../../local/parts/dynamodb-table.ts';
import { type Part, waitUntil } from '../../local/parts/http.ts';

let dataDir: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parts-dynamodb-'));
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const connect = (part: Part, accessKeyId: string = LOCAL_CREDENTIALS.accessKeyId) =>
  new DynamoDBClient({
    endpoint: part.endpoint,
    region: LOCAL_REGION,
    credentials: { ...LOCAL_CREDENTIALS, accessKeyId },
  });

const key = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
const asTemplate = (overrides: Partial<TableProperties> = {}): TableProperties => ({
  TableName: 'just-driving',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [key('pk'), key('sk')],
  BillingMode: 'PAY_PER_REQUEST',
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
  SSESpecification: { SSEEnabled: true },
  DeletionProtectionEnabled: true,
  StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
  Tags: [{ Key: 'stage', Value: 'dev' }],
  ...overrides,
});
const byDue = {
  AttributeDefinitions: [key('pk'), key('sk'), key('duePk'), key('dueSk')],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byDue',
      KeySchema: [
        { AttributeName: 'duePk', KeyType: 'HASH' as const },
        { AttributeName: 'dueSk', KeyType: 'RANGE' as const },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' as const },
      PointInTimeRecoverySpecification: {},
    },
  ],
};
const row = { pk: { S: 'a' }, sk: { S: 'b' }, duePk: { S: 'hour' }, dueSk: { S: 'x' } };

describe('DynamoDB Local', { timeout: 60_000 }, () => {
  test('a missing Java is one line that says what to install', async () => {
    await expect(checkJava(['/no/such/java'])).rejects.toThrow(
      /^Java 17 or newer is needed for DynamoDB Local: apt-get install .*brew install openjdk@17$/,
    );
  });

  test("a template's table keeps its rows, stream and time to live over a restart, and gains an index", async () => {
    const first = await startDynamoDb({ dataDir });
    const before = connect(first);
    const created = await createTable(before, asTemplate());
    await before.send(new PutItemCommand({ TableName: 'just-driving', Item: row }));
    await expect(startDynamoDb({ dataDir })).rejects.toThrow(/is in use by process/);
    before.destroy();
    await first.stop();

    const second = await startDynamoDb({ dataDir });
    try {
      const after = connect(second);
      const again = await createTable(after, asTemplate(byDue));

      expect(again).toEqual(created);
      expect(again.streamArn).toContain('/stream/');
      const got = await after.send(
        new GetItemCommand({
          TableName: 'just-driving',
          Key: { pk: row.pk, sk: row.sk },
          ConsistentRead: true,
        }),
      );
      expect(got.Item).toEqual(row);
      const found = await after.send(
        new QueryCommand({
          TableName: 'just-driving',
          IndexName: 'byDue',
          KeyConditionExpression: 'duePk = :hour',
          ExpressionAttributeValues: { ':hour': { S: 'hour' } },
        }),
      );
      expect(found.Count).toBe(1);
      const ttl = await after.send(new DescribeTimeToLiveCommand({ TableName: 'just-driving' }));
      expect(ttl.TimeToLiveDescription).toMatchObject({ AttributeName: 'ttl' });

      // another access key id is another database
      const stranger = connect(second, 'worker7');
      expect((await stranger.send(new ListTablesCommand())).TableNames).toEqual([]);

      const otherKey = asTemplate({ KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }] });
      await expect(createTable(after, otherKey)).rejects.toThrow(/--fresh/);
      const port = Number(new URL(second.endpoint).port);
      await expect(startDynamoDb({ port })).rejects.toThrow(`port ${port} is already in use`);
    } finally {
      await second.stop();
    }
  });

  test('it dies with a killed runner, and the next start works', async () => {
    const dir = join(dataDir, 'killed');
    const script = join(dataDir, 'runner.ts');
    const part = new URL('../../local/parts/dynamodb.ts', import.meta.url).href;
    await writeFile(
      script,
      `const { startDynamoDb } = await import(${JSON.stringify(part)});
       await startDynamoDb({ dataDir: ${JSON.stringify(dir)} });
       process.send?.('ready');`,
    );
    const runner = fork(script, { execArgv: [] });
    await once(runner, 'message');
    const jvm = Number((await readFile(join(dir, 'dynamodb.pid'), 'utf8')).split(' ')[0]);
    expect(isAlive(jvm)).toBe(true);

    runner.kill('SIGKILL');

    await waitUntil(() => !isAlive(jvm), { timeoutMs: 10_000, message: 'the JVM lives on' });
    const next = await startDynamoDb({ dataDir: dir });
    await next.stop();
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
