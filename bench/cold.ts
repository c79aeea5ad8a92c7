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
 * What a cold start pays for its bundle: `import()` alone, in a fresh process, as a ratio to a bundle of
 * nothing but the DynamoDB clients, built without our slimming. Seconds differ between machines, the
 * ratio hardly. Judged is the time the processor spent on it, which other work on the machine cannot
 * stretch; the time on the clock stands beside it. The middle of all runs counts.
 *
 *     npm run bench:cold [-- <runs, default 15> [<part of a function's name>]]
 *
 * Ends with 1 when a function is over its bound.
 */
const BOUNDS = { http: 1.45, typical: 1.35, worker: 3 };
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
  const busy = process.threadCpuUsage();
  await import(process.argv[1]);
  const { user, system } = process.threadCpuUsage(busy);
  process.stdout.write(JSON.stringify({ cpu: (user + system) / 1000, clock: performance.now() - before }));
  process.exit(0);
`;

type Kind = 'http' | 'worker' | 'yardstick';
type Bundle = { name: string; file: string; kind: Kind };
type Time = { cpu: number; clock: number };

async function main(): Promise<void> {
  const { areas } = await import('../functions/routes.ts');
  const sources = functionSources(areas, join(REPOSITORY, 'functions'));
  const build = await buildFunctions(sources);
  const scratch = mkdtempSync(join(REPOSITORY, '.build', 'cold-'));
  try {
    const http = new Set(
      Object.values(areas).flatMap(({ operations }) => operations.map(({ name }) => name)),
    );
    const bundles = sources
      .map((source): Bundle => {
        const name = bundleFolder(source);
        const kind = http.has(source.name) ? 'http' : 'worker';
        return { name, file: join(build, name, 'index.mjs'), kind };
      })
      .filter(({ name }) => name.includes(wanted));
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
  const file = join(scratch, bundleFolder(source), 'index.mjs');
  return { name: 'clients only', file, kind: 'yardstick' };
}

async function report(base: Bundle, bundles: readonly Bundle[]): Promise<void> {
  // Rounds over all bundles, not all runs of one: a busy minute then hurts every bundle alike.
  const times = new Map<Bundle, Time[]>([base, ...bundles].map((bundle) => [bundle, []]));
  for (let round = 0; round < runs; round += 1) {
    for (const [bundle, measured] of times) measured.push(await importTime(bundle));
  }
  const baseline = middle(times.get(base) ?? []);
  const rows = [...times].map(([bundle, measured]) => {
    const { cpu, clock } = middle(measured);
    return { bundle, cpu, clock, ratio: cpu / baseline.cpu };
  });
  console.log(line('bundle', 'KB', 'cpu ms', 'ratio', 'clock ms', 'ratio'));
  for (const { bundle, cpu, clock, ratio } of rows.sort((a, b) => b.ratio - a.ratio)) {
    const size = (statSync(bundle.file).size / 1024).toFixed(0);
    const byClock = (clock / baseline.clock).toFixed(2);
    const cells = [size, cpu.toFixed(1), ratio.toFixed(2), clock.toFixed(1), byClock];
    const over = bundle.kind !== 'yardstick' && ratio > BOUNDS[bundle.kind];
    console.log(line(bundle.name, ...cells) + (over ? '  OVER' : ''));
  }
  judge(rows.map(({ bundle: { kind }, ratio }) => ({ kind, ratio })));
}

function judge(rows: readonly { kind: Kind; ratio: number }[]): void {
  const ratios = (wanted: Kind) =>
    rows.filter(({ kind }) => kind === wanted).map(({ ratio }) => ratio);
  const verdict = (name: string, ratio: number, bound: number) => {
    const fine = ratio <= bound;
    if (!fine) process.exitCode = 1;
    console.log(`${name}: ${ratio.toFixed(2)}, at most ${bound}${fine ? '' : '  OVER'}`);
  };
  const [http, workers] = [ratios('http'), ratios('worker')];
  if (http.length > 0) {
    verdict('HTTP functions, the slowest', Math.max(...http), BOUNDS.http);
    verdict('HTTP functions, the one in the middle', median(http), BOUNDS.typical);
  }
  if (workers.length > 0) {
    verdict('behind queues, the slowest', Math.max(...workers), BOUNDS.worker);
  }
}

function line(name: string, ...cells: string[]): string {
  return name.padEnd(48) + cells.map((cell) => cell.padStart(10)).join('');
}

/** Milliseconds of one `import()`, in a process of its own. */
async function importTime({ name, file }: Bundle): Promise<Time> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', MEASURE, pathToFileURL(file).href],
    { env: LAMBDA_ENVIRONMENT, cwd: tmpdir() },
  ).catch((error: Error) => {
    throw new Error(`${name} cannot be imported: ${error.message}`);
  });
  return JSON.parse(stdout) as Time;
}

function middle(times: readonly Time[]): Time {
  return {
    cpu: median(times.map(({ cpu }) => cpu)),
    clock: median(times.map(({ clock }) => clock)),
  };
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
