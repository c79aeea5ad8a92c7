import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { deriveKeys, type Keys } from '../domain/shared/secrets.ts';
import type { Row } from '../domain/store/port.ts';
import { parseStage } from '../infra/config.ts';
import { PRODUCT, physicalName } from '../infra/names.ts';
import { audit, INVARIANTS, scanTable } from '../tests/support/auditor.ts';
import { backUp, contentsOf, restore } from './drill/copy.ts';
import { restoreToPointInTime } from './drill/point-in-time.ts';

const USAGE = `usage: npm run drill:restore -- <stage | local> [--at <ISO instant>] [--copy] [--keep]

  <stage>  restores the stage's table to a point in time (the latest, or --at) into a scratch table
  local    the stack that npm start runs (LOCAL_DIR, else .local), by a copy
  --copy   copies row by row instead, where an endpoint has no point-in-time recovery
  --keep   leaves the scratch table, and the copy's file, to be looked at`;

/**
 * The restore drill: brings a table back beside the one in use, and holds every row of what came
 * back to every invariant. A backup that nobody has restored is a hope.
 *
 * Uses the standard `AWS_*` variables. Exit code 1: something is not as it must be. The auditor has
 * the rows in memory, about 3 GB for a million.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      at: { type: 'string' },
      copy: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
    },
  });
  const [target] = positionals;
  if (target === undefined) throw new Error(USAGE);
  const stage = target === 'local' ? 'dev' : parseStage(target);
  const source = target === 'local' ? useLocalStack() : physicalName(stage, 'data');
  const scratch = `${source}-drill-${Date.now().toString(36)}`;
  const client = new DynamoDBClient({});
  say(`restore drill of ${source} into ${scratch}`);
  try {
    if (values.copy || target === 'local') await byCopy(client, source, scratch);
    else await toPointInTime(client, source, scratch, values.at);
    await auditTable(client, scratch, await keysOf(stage));
  } finally {
    if (values.keep) say(`kept: ${scratch}`);
    else {
      await client.send(new DeleteTableCommand({ TableName: scratch })).catch(() => null);
      rmSync(backupFile(scratch), { force: true });
    }
  }
}

async function byCopy(client: DynamoDBClient, source: string, scratch: string): Promise<void> {
  const file = backupFile(scratch);
  mkdirSync(dirname(file), { recursive: true });
  const saved = await timed('backup', async () => {
    const contents = await backUp(client, source, file);
    const bytes = `${(statSync(file).size / 1e6).toFixed(1)} MB`;
    return { result: contents, says: `${contents.rows} rows, ${bytes}, ${file}` };
  });
  await timed('restore', async () => {
    await restore(client, { like: source, TableName: scratch, file });
    const { rows, digest } = await contentsOf(client, scratch);
    if (digest !== saved.digest)
      throw new Error(`restored ${rows} rows of ${saved.rows}, or others`);
    return { result: null, says: `${rows} rows, the same to the byte` };
  });
}

/** It holds people's data, and goes with the scratch table. */
function backupFile(scratch: string): string {
  return join(import.meta.dirname, '../.build/drill', `${scratch}.jsonl`);
}

async function toPointInTime(
  client: DynamoDBClient,
  from: string,
  to: string,
  at?: string,
): Promise<void> {
  await timed('restore', async () => {
    const moment = await restoreToPointInTime(client, {
      ...{ from, to },
      ...(at !== undefined && { at: new Date(at) }),
    });
    const behind = Math.round((Date.now() - moment.getTime()) / 1000);
    return { result: null, says: `as of ${moment.toISOString()}, ${behind} s before now` };
  });
}

async function auditTable(client: DynamoDBClient, table: string, keys: Keys | null): Promise<void> {
  const rows = await timed('read', async () => {
    const result = await scanTable(client, table);
    return { result, says: `${result.length} rows of ${kinds(result)} kinds` };
  });
  const violations = await timed('audit', async () => {
    const now = new Date().toISOString();
    const result = audit(rows, { now, ...(keys && { keys }) });
    return { result, says: `${INVARIANTS.length} invariants, ${result.length} violations` };
  });
  for (const { invariant, sentence } of violations) say(`  - ${invariant}: ${sentence}`);
  if (rows.length === 0) throw new Error('nothing came back');
  if (violations.length > 0) process.exitCode = 1;
}

function kinds(rows: readonly Row[]): number {
  return new Set(rows.map(({ __edb_e__ }) => __edb_e__)).size;
}

/** The stage's keys, with which addresses and tokens are followed to their rows. */
async function keysOf(stage: string): Promise<Keys | null> {
  try {
    const client = new SecretsManagerClient({});
    const SecretId = `${PRODUCT}/${stage}/keys`;
    const { SecretString = '' } = await client.send(new GetSecretValueCommand({ SecretId }));
    return deriveKeys(SecretString);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    say(`  keys not readable (${name}): addresses and tokens are not followed to their rows`);
    return null;
  }
}

/** Points the SDK at the stack that runs on this machine, and tells its table. */
function useLocalStack(): string {
  const file = join(process.env.LOCAL_DIR ?? '.local', 'state.json');
  const { aws } = JSON.parse(readFileSync(file, 'utf8')) as {
    aws: { endpoints: Record<string, string>; region: string; table: string };
  };
  Object.assign(process.env, {
    AWS_REGION: aws.region,
    AWS_ACCESS_KEY_ID: 'justdriving',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: aws.endpoints.dynamodb,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.endpoints.secretsmanager,
  });
  return aws.table;
}

async function timed<T>(step: string, run: () => Promise<{ result: T; says: string }>): Promise<T> {
  const started = performance.now();
  const { result, says } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`  ${step.padEnd(8)} ${seconds.padStart(7)} s  ${says}`);
  return result;
}

function say(line: string): void {
  console.log(line);
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
