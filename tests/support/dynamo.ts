import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import {
  BY_DUE,
  BY_SCHOOL_AND_TIME,
  PARTITION_KEY,
  SORT_KEY,
  TTL_ATTRIBUTE,
} from '../../domain/store/names.ts';
import { createDocumentClient } from '../../functions/shared/dynamo.ts';
import { LOCAL_REGION } from '../../local/parts/constants.ts';
import { TEST_DYNAMODB_ENDPOINT } from '../../local/parts/dynamodb.ts';
import { createTable, type TableProperties } from '../../local/parts/dynamodb-table.ts';

/** A table in DynamoDB Local for one test file, made as the template makes it. */
export type TestTable = {
  client: DynamoDBDocumentClient;
  tableName: string;
  /** a further client of its own, for tests that put faults into one */
  another(): DynamoDBDocumentClient;
};

const TABLE_NAME = 'just-driving';

/**
 * Makes the table in a database of its own: without `-sharedDb` every access key id is one.
 * `purpose` names the test file, once; letters and digits only.
 */
export async function createTestTable(
  purpose: string,
  settings: ClientSettings = {},
): Promise<TestTable> {
  const client = connect(purpose, settings);
  await createTable(client, TABLE);
  return { client, tableName: TABLE_NAME, another: () => connect(purpose, settings) };
}

type ClientSettings = Parameters<typeof createDocumentClient>[0];

/** For many clients at once on a slow machine: what is lost is what a test loses on purpose. */
export const PATIENT: ClientSettings = {
  requestHandler: { connectionTimeout: 60_000, requestTimeout: 60_000 },
};

/** The client as the product makes it. */
function connect(purpose: string, settings: ClientSettings): DynamoDBDocumentClient {
  if (!/^[a-zA-Z0-9]+$/.test(purpose)) throw new Error(`no name for a database: ${purpose}`);
  const endpoint = process.env[TEST_DYNAMODB_ENDPOINT];
  if (!endpoint)
    throw new Error(`${TEST_DYNAMODB_ENDPOINT} is not set: run with --project integration`);
  return createDocumentClient({
    endpoint,
    region: LOCAL_REGION,
    credentials: { accessKeyId: `test${purpose}`, secretAccessKey: 'local' },
    ...settings,
  });
}

const keySchema = ({
  pk,
  sk,
}: {
  pk: string;
  sk: string;
}): NonNullable<TableProperties['KeySchema']> => [
  { AttributeName: pk, KeyType: 'HASH' },
  { AttributeName: sk, KeyType: 'RANGE' },
];

const TABLE_KEY = { pk: PARTITION_KEY, sk: SORT_KEY };
const TABLE: TableProperties = {
  TableName: TABLE_NAME,
  KeySchema: keySchema(TABLE_KEY),
  AttributeDefinitions: [TABLE_KEY, BY_SCHOOL_AND_TIME, BY_DUE]
    .flatMap(({ pk, sk }) => [pk, sk])
    .map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
  GlobalSecondaryIndexes: [
    {
      IndexName: BY_SCHOOL_AND_TIME.name,
      KeySchema: keySchema(BY_SCHOOL_AND_TIME),
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: BY_DUE.name,
      KeySchema: keySchema(BY_DUE),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  TimeToLiveSpecification: { AttributeName: TTL_ATTRIBUTE, Enabled: false },
};
