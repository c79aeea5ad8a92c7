import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { State } from '../../../local/state.ts';
import { until } from './crashing.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const NODE = join(ROOT, 'node_modules/.bin/node');

export type Started = {
  process: ChildProcess;
  /** all it has printed so far */
  said: { out: string; err: string };
  /** the exit code, once it has ended */
  ended: Promise<number | null>;
};

/** Runs a command that starts a stack in a folder, and does not wait for it. */
export function launch(
  localDir: string,
  args: readonly string[],
  { command = [NODE, 'local/start.ts'], environment = {} as Record<string, string> } = {},
): Started {
  const [program = '', ...first] = command;
  const { JAVA_HOME: _, ...inherited } = process.env;
  const child = spawn(program, [...first, ...args], {
    cwd: ROOT,
    env: { ...inherited, PORT: '0', LOCAL_DIR: localDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { process: child, said, ended };
}

/** The same, once it has printed its `ready` line; with `state.json` as it lay there at that moment. */
export async function launched(...how: Parameters<typeof launch>) {
  const started = launch(...how);
  let state: State | undefined;
  started.process.stdout?.on('data', () => {
    if (/^ready /m.test(started.said.out)) state ??= stateIn(how[0]);
  });
  const failed = started.ended.then((code) => {
    throw new Error(`ended with ${code} instead of being ready:\n${started.said.err}`);
  });
  failed.catch(() => {});
  await Promise.race([until('ready', () => state !== undefined), failed]);
  return { ...started, state: state as State };
}

export function hasState(localDir: string): boolean {
  return existsSync(join(localDir, 'state.json'));
}

export function stateIn(localDir: string): State {
  return JSON.parse(readFileSync(join(localDir, 'state.json'), 'utf8')) as State;
}

type Process = { pid: number; parent: number; command: string };

function processes(): Process[] {
  const table = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,stat=,command=']).toString();
  return table.split('\n').flatMap((line) => {
    const [, pid, parent, state, command] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (!pid || state?.startsWith('Z')) return [];
    return [{ pid: Number(pid), parent: Number(parent), command: command ?? '' }];
  });
}

/** Every process below one, itself not counted. */
export function descendantsOf(pid: number): Process[] {
  const all = processes();
  const below = (parent: number): Process[] =>
    all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(pid);
}

/** Waits until none of these runs any more. */
export function allGone(gone: readonly Process[]): Promise<void> {
  return until(`the end of ${gone.map(({ command }) => command.slice(0, 60)).join(', ')}`, () => {
    const left = new Map(processes().map(({ pid, command }) => [pid, command]));
    return gone.every(({ pid, command }) => left.get(pid) !== command);
  });
}

/** Asks a stack's API. */
export async function ask(
  { api }: State,
  method: string,
  path: string,
  { body, token }: { body?: unknown; token?: string } = {},
) {
  const response = await fetch(api + path, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any shape and asserts what it read
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as any };
}

/** Gives an order to a stack's control address. */
export async function order(state: State, method: string, path: string, body?: unknown) {
  const response = await fetch(`${state.control}/_local${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  return (await response.json()) as any;
}
