import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Functions killed at every point that a test names, in an order by the seed: before and after calls that
 * commit, publish, send or enqueue. After each one the outcome, and the whole table by the auditor, must be
 * as documented: nothing lost, nothing doubled but a mail whose sender dies before it has saved.
 *
 *     npm run bench:crashes -- [<seeds, default 1>] [<first seed, default 1>]
 *
 * Each seed has a stack of its own, of the tests that `npm test` runs once. Ends with 1 when one fails
 * (a crash that never came fails its test), or fewer points are named than should be.
 */
const [seeds = 1, first = 1] = process.argv.slice(2).map(Number);
const ROOT = join(import.meta.dirname, '..');
const REPORTS = join(ROOT, '.build/crashes');
const FILES = ['booking-move', 'gateway', 'money', 'relay', 'requests', 'stripe', 'workers'];
const LEAST_POINTS = 25;

type Report = {
  testResults: {
    assertionResults: {
      fullName: string;
      status: string;
      failureMessages: string[];
      meta?: { crashes?: string[] };
    }[];
  }[];
};

const points = new Set<string>();
let happened = 0;
let failed = 0;
mkdirSync(REPORTS, { recursive: true });
for (let seed = first; seed < first + seeds; seed++) {
  const tests = await run(seed);
  const crashes = tests.flatMap(({ meta }) => meta?.crashes ?? []);
  for (const point of crashes) points.add(point);
  happened += crashes.length;
  const wrong = tests.filter(({ status }) => status === 'failed');
  failed += tests.length === 0 ? 1 : wrong.length;
  console.log(
    `seed ${seed}: ${crashes.length} crashes, ${tests.length} tests, ${wrong.length} failed`,
  );
  for (const { fullName, failureMessages } of wrong) {
    console.log(`  ${fullName}\n    ${failureMessages.join('\n').slice(0, 1_500)}`);
  }
}
console.log(
  `crashes: ${happened} at ${points.size} points, ${seeds} seeds: ${failed === 0 ? 'nothing lost, nothing doubled, auditor clean' : `${failed} FAILED`}`,
);
process.exitCode = failed === 0 && points.size >= LEAST_POINTS ? 0 : 1;

/** The tests of one seed, as vitest reports them; none when it could not run, or a file broke. */
async function run(seed: number): Promise<Report['testResults'][number]['assertionResults']> {
  const report = join(REPORTS, `${seed}.json`);
  rmSync(report, { force: true });
  const child = spawn(
    process.execPath,
    [
      ...['node_modules/vitest/vitest.mjs', 'run', '--project', 'faults'],
      ...FILES.map((name) => `tests/faults/${name}.test.ts`),
      ...['--sequence.shuffle.tests', `--sequence.seed=${seed}`],
      ...['--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  if (!existsSync(report)) return [];
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  return code !== 0 && tests.every(({ status }) => status !== 'failed') ? [] : tests;
}
