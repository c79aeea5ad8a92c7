import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from './parts/constants.ts';
import { readJson, writeJson } from './parts/json-file.ts';
import type { Seeded, SeedInput } from './state.ts';

export const NOTHING_SEEDED: Seeded = { school: null, secondSchool: null, users: [] };

/**
 * Seeds an empty table; later starts tell what the seed made then. The seed is loaded only when it
 * runs: it brings the domain's code with it.
 */
export async function seedOnce(
  dataDir: string,
  dynamoDbEndpoint: string,
  input: SeedInput,
): Promise<Seeded> {
  const file = join(dataDir, 'seeded.json');
  const before = readJson<Seeded>(file);
  if (before !== null) return before;
  const script = new URL('./seed/seed.ts', import.meta.url);
  if (!existsSync(script) || !(await isEmpty(dynamoDbEndpoint, input.table))) return NOTHING_SEEDED;
  const { seed } = (await import(script.href)) as { seed(input: SeedInput): Promise<Seeded> };
  const seeded = await seed(input);
  writeJson(file, seeded);
  return seeded;
}

async function isEmpty(endpoint: string, table: string): Promise<boolean> {
  const client = new DynamoDBClient({
    endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
  });
  const { Count } = await client.send(new ScanCommand({ TableName: table, Limit: 1 }));
  client.destroy();
  return Count === 0;
}
