import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import type { State } from '../../../local/state.ts';

/** The running stack as tests see it: what `state.json` tells, and where its data and logs lie. */
export type RunningStack = State & {
  localDir: string;
  /** by how much the clock of the tests is ahead of real time */
  clockOffsetMs: number;
};

declare module 'vitest' {
  export interface ProvidedContext {
    stack: RunningStack;
  }
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const PERMISSIONS = join(ROOT, '.build/permissions');

/**
 * One real stack for all files of a project: the very command that a person types, on free ports and
 * in a folder of its own, seeded as always. `FLOWS_STATE` names the `state.json` of a stack that runs
 * already, such as one deployed by CloudFormation: the tests then drive that one.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.FLOWS_STATE;
  if (given !== undefined) {
    const path = resolve(ROOT, given);
    const state = await readState(path);
    project.provide('stack', { ...state, localDir: dirname(path), ...(await setClock(state)) });
    // it is somebody else's, and runs on
    return async () => {
      await moveClock(state, null);
    };
  }
  const localDir = await mkdtemp(join(tmpdir(), `just-driving-${project.name}-`));
  const child = spawn(join(ROOT, 'node_modules/.bin/node'), ['local/start.ts', '--memory'], {
    cwd: ROOT,
    // All functions share two cores: what takes long here is no sign of a function that hangs.
    env: { TIME_FACTOR: '3', ...process.env, PORT: '0', LOCAL_DIR: localDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const ready = new Promise<void>((done) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (/^ready /m.test(said)) done();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
  });
  await Promise.race([ready, ended]);
  if (child.exitCode !== null) {
    await rm(localDir, { recursive: true, force: true });
    throw new Error(`the stack did not start:\n${said}`);
  }

  const state = await readState(join(localDir, 'state.json'));
  project.provide('stack', { ...state, localDir, ...(await setClock(state)) });
  return async () => {
    await keepPermissions(project.name, state.control);
    child.kill('SIGTERM');
    await ended;
    // KEEP_LOCAL_DIR leaves rows and logs of a run that went wrong to be looked at.
    if (process.env.KEEP_LOCAL_DIR) console.log(`the stack's data and logs: ${localDir}`);
    else await rm(localDir, { recursive: true, force: true });
  };
}

async function readState(path: string): Promise<State> {
  return JSON.parse(await readFile(path, 'utf8')) as State;
}

/**
 * The time that the tests keep. By default it is the next Wednesday morning: quiet hours, midnight and
 * a weekend then lie where a test puts them. `FLOWS_NOW` is another instant, such as one on New Year's Eve.
 */
async function setClock(state: State): Promise<{ clockOffsetMs: number }> {
  const { offsetMs } = await moveClock(state, process.env.FLOWS_NOW ?? nextWednesday());
  return { clockOffsetMs: offsetMs };
}

function nextWednesday(): string {
  const day = new Date();
  day.setUTCHours(9, 0, 0, 0);
  day.setUTCDate(day.getUTCDate() + ((10 - day.getUTCDay()) % 7 || 7));
  return day.toISOString();
}

async function moveClock({ control }: State, now: string | null): Promise<{ offsetMs: number }> {
  const body = JSON.stringify({ now });
  const answer = await fetch(`${control}/_local/clock`, { method: 'POST', body });
  if (!answer.ok) throw new Error(`the clock stays: ${await answer.text()}`);
  return (await answer.json()) as { offsetMs: number };
}

/** What the tests needed of the granted permissions, for the report at the end of `npm test`. */
async function keepPermissions(project: string, control: string): Promise<void> {
  const report = await (await fetch(`${control}/_local/permissions`)).text();
  await mkdir(PERMISSIONS, { recursive: true });
  await writeFile(join(PERMISSIONS, `${project}.json`), report);
}
