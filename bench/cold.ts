import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ENV } from '../functions/shared/environment.ts';
import { buildFunctions, bundleFolder, bundleInto, REPOSITORY } from '../infra/build/bundle.ts';
import { functionSources } from '../infra/operations.ts';

/**
 * What a cold start pays for its bundle: the time of `import()` alone, in a fresh process, as a
 * ratio to a bundle of nothing but the DynamoDB clients, built without our slimming. Seconds differ
 * between machines, the ratio hardly.
 *
 *     npm run bench:cold [-- <runs, default 15> [<part of a function's name>]]
 */
const runs = Number(process.argv[2] ?? 15);
const wanted = process.argv[3] ?? '';

const YARDSTICK = `
  import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
  import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
  export const handler = async () => client.config.serviceId();
`;
/** Only the import is timed: starting Node is the platform's affair. */
const MEASURE = `
  const before = performance.now();
  await import(process.argv[1]);
  process.stdout.write(String(performance.now() - before));
  process.exit(0);
`;

type Bundle = { name: string; file: string };

async function main(): Promise<void> {
  const { areas } = await import('../functions/routes.ts');
  const sources = functionSources(areas, join(REPOSITORY, 'functions'));
  const build = await buildFunctions(sources);
  const scratch = mkdtempSync(join(REPOSITORY, '.build', 'cold-'));
  try {
    const bundles = sources
      .map((source) => bundleFolder(source))
      .filter((name) => name.includes(wanted))
      .map((name) => ({ name, file: join(build, name, 'index.mjs') }));
    await report(await yardstick(scratch), bundles);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function yardstick(scratch: string): Promise<Bundle> {
  const handlerFile = join(scratch, 'clients-only.ts');
  writeFileSync(handlerFile, YARDSTICK);
  const source = { area: 'bench', name: 'clients-only', handlerFile };
  await bundleInto(scratch, [source], { slim: false });
  return { name: 'clients only', file: join(scratch, bundleFolder(source), 'index.mjs') };
}

async function report(base: Bundle, bundles: readonly Bundle[]): Promise<void> {
  // Rounds over all bundles, not all runs of one: a busy minute then hurts every bundle alike.
  const times = new Map<Bundle, number[]>([base, ...bundles].map((bundle) => [bundle, []]));
  for (let round = 0; round < runs; round += 1) {
    for (const [bundle, measured] of times) measured.push(await importTime(bundle));
  }
  const baseline = median(times.get(base) ?? []);
  console.log(`${'bundle'.padEnd(48)}${'KB'.padStart(8)}${'ms'.padStart(8)}${'ratio'.padStart(8)}`);
  const rows = [...times].map(([bundle, measured]) => ({ bundle, ms: median(measured) }));
  for (const { bundle, ms } of rows.sort((a, b) => b.ms - a.ms)) {
    console.log(
      bundle.name.padEnd(48) +
        (statSync(bundle.file).size / 1024).toFixed(0).padStart(8) +
        ms.toFixed(1).padStart(8) +
        (ms / baseline).toFixed(2).padStart(8),
    );
  }
}

/** Milliseconds of one `import()`, in a process of its own. */
async function importTime({ name, file }: Bundle): Promise<number> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', MEASURE, pathToFileURL(file).href],
    { env: LAMBDA_ENVIRONMENT, cwd: tmpdir() },
  ).catch((error: Error) => {
    throw new Error(`${name} cannot be imported: ${error.message}`);
  });
  return Number(stdout);
}

/** Every variable set to something: the bundles read some of them while loading. */
const LAMBDA_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.values(ENV).map((name) => [name, 'bench'])),
  RATE_LIMITS: '{}',
  STAGE: 'dev',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_LAMBDA_FUNCTION_NAME: 'bench',
};

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

await main();
