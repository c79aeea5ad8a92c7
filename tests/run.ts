import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { checkJava } from '../local/parts/dynamodb.ts';
import { CALLING_PROJECTS, readPermissions } from './permissions.ts';

/**
 * `npm test`: the static checks and every kind of test, each with its time. The last
 * line is `N passed, N failed`: tests, counted by what ran; a failed check counts as one failure.
 *
 *     npm test [-- <name of a step> ...]
 */
const ROOT = join(import.meta.dirname, '..');
const REPORTS = join(ROOT, '.build/test-reports');

const CHECKS: Readonly<Record<string, readonly string[]>> = {
  typecheck: ['node_modules/@typescript/native/bin/tsc', '-p', 'tsconfig.json'],
  biome: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  rooms: [
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    ...['--config', '.dependency-cruiser.mjs'],
    ...['bin', 'infra', 'functions', 'domain', 'events', 'local', 'tests', 'bench', 'client'],
  ],
  unused: ['node_modules/knip/bin/knip.js'],
};

/**
 * The projects of `vitest.config.ts`, one after another: each fills two cores by itself. Side by side they
 * were no sooner done, and what waits for an answer met timeouts that said nothing of the code.
 */
const PROJECTS = ['unit', 'infra', 'integration', 'flows', 'faults'];

type Count = { passed: number; failed: number; skipped: number };

/** What failed, by name and first words: told again at the end, where a long log is read first. */
const failures: string[] = [];

async function main(): Promise<Count> {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !(name in CHECKS) && !PROJECTS.includes(name));
  if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')}`);
  const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);

  await checkJava();
  const counts = await Promise.all(Object.keys(CHECKS).filter(isWanted).map(runCheck));
  for (const project of PROJECTS.filter(isWanted)) counts.push(await runProject(project));
  if (CALLING_PROJECTS.every(isWanted)) counts.push(checkPermissions());
  return counts.reduce(add, { passed: 0, failed: 0, skipped: 0 });
}

/** Its output is shown only when it fails: four at once would talk across each other. */
async function runCheck(name: string): Promise<Count> {
  const { code, output, seconds } = await run(CHECKS[name] ?? [], 'pipe');
  const verdict = code === 0 ? 'ok' : 'FAILED';
  console.log(
    `${name.padEnd(12)}${verdict.padEnd(8)}${seconds} s${code === 0 ? '' : `\n${output}`}`,
  );
  if (code !== 0) failures.push(name);
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function runProject(project: string): Promise<Count> {
  mkdirSync(REPORTS, { recursive: true });
  const report = join(REPORTS, `${project}.json`);
  rmSync(report, { force: true });
  console.log(`\n${project}`);
  const { code, seconds } = await run(
    [
      'node_modules/vitest/vitest.mjs',
      ...['run', '--project', project, '--passWithNoTests'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    'inherit',
  );
  const count = countTests(report, code);
  console.log(
    `${project.padEnd(12)}${count.failed === 0 ? 'ok' : 'FAILED'}  ${words(count)}  ${seconds} s`,
  );
  return count;
}

/** What the flows and faults have just shown of the roles' policies. */
function checkPermissions(): Count {
  const report = readPermissions();
  const problems = report?.problems ?? ['no report of what the functions called'];
  const verdict = problems.length === 0 ? 'ok' : 'FAILED';
  console.log(`permissions ${verdict}  ${report?.line ?? ''}`);
  for (const line of [...problems, ...(report?.idle ?? [])]) console.log(`  ${line}`);
  if (problems.length > 0) failures.push('permissions');
  return { passed: 0, failed: problems.length === 0 ? 0 : 1, skipped: 0 };
}

/** As much of vitest's report as is counted. */
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: {
    name: string;
    status: string;
    message: string;
    assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
  }[];
};

/** A file that could not be loaded, and a run that broke without a failed test, are failures too. */
function countTests(file: string, code: number): Count {
  if (!existsSync(file)) {
    if (code !== 0) failures.push(`no report: ${file}`);
    return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const failed = report.numFailedTests + broken.length;
  const isBroken = failed === 0 && code !== 0;
  failures.push(...failuresOf(report.testResults));
  if (isBroken) failures.push(`a run without a failed test ended with ${code}: ${file}`);
  return {
    passed: report.numPassedTests,
    failed: isBroken ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Each failed test, or the file that could not be loaded, with the first words of why. */
function failuresOf(files: Report['testResults']): string[] {
  return files.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    const told = failed.map(({ fullName, failureMessages }) => ({
      what: `${name}: ${fullName}`,
      why: failureMessages.join('\n'),
    }));
    if (failed.length === 0 && status === 'failed') told.push({ what: name, why: message });
    return told.map(
      ({ what, why }) => `${what}\n    ${why.slice(0, 1_500).replaceAll('\n', '\n    ')}`,
    );
  });
}

async function run(args: readonly string[], output: 'pipe' | 'inherit') {
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    // whatever these start finds this very Node first, also outside of npm
    env: {
      ...process.env,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    },
    stdio: ['ignore', output, output],
  });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return { code, output: Buffer.concat(chunks).toString('utf8'), seconds };
}

function add(a: Count, b: Count): Count {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

function words({ passed, failed, skipped }: Count): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

const total = await main().catch((error: Error) => {
  console.error(error.message);
  return { passed: 0, failed: 1, skipped: 0 };
});
if (failures.length > 0) console.log(`\nfailed:\n  ${failures.join('\n  ')}`);
if (total.skipped > 0) console.log(`\n${total.skipped} skipped`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
