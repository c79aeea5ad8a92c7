import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import type { ControlClock } from '../parts/clock.ts';
import type { FunctionModel } from '../template/model.ts';
import { Child, type Invocation, type Work } from './child.ts';
import { startRuntimeApi } from './runtime-api.ts';

export type LambdaHostOptions = {
  functions: readonly FunctionModel[];
  clock: ControlClock;
  logsDir: string;
  /** the whole environment of a function's child; `childId` is its access key id */
  environment(fn: FunctionModel, childId: string): Record<string, string>;
  /** told of every invocation that failed, for one line on the screen */
  onFailure?: (fn: FunctionModel, error: { errorType: string; errorMessage: string }) => void;
  /**
   * How many times its timeout a function has here, where it shares the processor with everything;
   * on the service it has its own. Default once.
   */
  timeFactor?: number;
  maxChildren?: number;
  idleMs?: number;
};

type Pending = { fn: FunctionModel; work: Work; since: number };

/** What a child has to itself; as much again, Node's own code, all of them share. */
const CHILD_BYTES = 60 * 1024 ** 2;
const MOST_CHILDREN = 192;
const IDLE_MS = 600_000;
const STARVING_MS = 250;
/** More of one function at once than this wait their turn: fifty would only be slow together. */
const MOST_OF_A_FUNCTION = Math.max(4, 3 * availableParallelism());
/** A start is all computing: more of them side by side than this make the first one late. */
const MOST_STARTING = 4;
/** How long a start takes, until some were seen. A busy child is worth waiting for that long: it most likely is done by then. */
const USUAL_START_MS = 200;
const LONGEST_WAIT_MS = 2_000;
const LOOK_AGAIN_MS = 50;

/**
 * Half of the memory for children: 68 of them in 8 GB, 136 in 16 GB. With fewer than there are
 * functions in use, every change of work is paid for with cold starts.
 */
function childrenFor(bytes: number): number {
  return Math.min(Math.max(Math.floor((bytes * 0.5) / CHILD_BYTES), 12), MOST_CHILDREN);
}

/** What this process may use: the machine's memory, or less inside a container. */
function memory(): number {
  return Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
}

/**
 * Runs the functions of the template: one child process per concurrent invocation, kept warm.
 *
 * At most `maxChildren` processes over all functions, since each costs some 60 MB. When all are
 * busy an invocation waits its turn; when some are idle one makes room. Functions never wait for
 * each other, so waiting cannot deadlock.
 */
export async function startLambdaHost(options: LambdaHostOptions) {
  const maxChildren = options.maxChildren ?? childrenFor(memory());
  const idleMs = options.idleMs ?? IDLE_MS;
  const runtimeApi = await startRuntimeApi();
  mkdirSync(options.logsDir, { recursive: true });

  const functions = new Map<string, FunctionModel>();
  for (const fn of options.functions) {
    for (const name of [fn.name, fn.shortName, fn.arn]) functions.set(name, fn);
  }
  const children = new Set<Child>();
  const pending: Pending[] = [];
  let started = 0;
  let startTakesMs = USUAL_START_MS;
  let nextLook: NodeJS.Timeout | undefined;
  let active = 0;
  let stopping = false;

  const sweeper = setInterval(() => {
    const now = performance.now();
    for (const child of children) {
      if (child.state === 'idle' && now - child.idleSince > idleMs) child.kill();
    }
  }, 5_000);
  sweeper.unref();

  /** Runs a function and tells how it ended; never rejects. `name` may be short, physical or an ARN. */
  function invoke(name: string, event: unknown): Promise<Invocation> {
    const fn = functions.get(name);
    if (fn === undefined) {
      const errorMessage = `no function ${name}`;
      return Promise.resolve({ ok: false, error: { errorType: 'NotFound', errorMessage } });
    }
    active += 1;
    return new Promise((resolve) => {
      const settle = (outcome: Invocation) => {
        active -= 1;
        if (!outcome.ok && !stopping) options.onFailure?.(fn, outcome.error);
        resolve(outcome);
      };
      const work = { requestId: randomUUID(), payload: JSON.stringify(event), settle };
      pending.push({ fn, work, since: performance.now() });
      pump();
    });
  }

  /**
   * Gives waiting work to idle children, and starts children for what is left over. Oldest first and
   * in one go, so that the oldest never loses its child to a younger one, and something is always done.
   */
  function pump(): void {
    if (stopping) return;
    for (let at = 0; at < pending.length; ) {
      const { fn, work, since } = pending[at] as Pending;
      const idle = find((child) => child.fn === fn && child.state === 'idle');
      if (idle === undefined) {
        relieve(fn, since);
        at += 1;
      } else {
        pending.splice(at, 1);
        idle.give(work);
      }
    }
    const coming = countComing();
    for (const { fn, since } of pending) {
      const expected = coming.get(fn) ?? 0;
      if (expected > 0) coming.set(fn, expected - 1);
      else if (isWorthWaiting(fn, since)) lookAgain();
      else if (mayStart(fn) && makeRoom()) startChild(fn);
    }
  }

  /** The function has a child, which will most likely be done before another one had started. */
  function isWorthWaiting(fn: FunctionModel, since: number): boolean {
    return performance.now() - since < startTakesMs && count((child) => child.fn === fn) > 0;
  }

  function lookAgain(): void {
    nextLook ??= setTimeout(() => {
      nextLook = undefined;
      pump();
    }, LOOK_AGAIN_MS);
  }

  /** Children that will ask for work in a moment: they start, or have just answered. */
  function countComing(): Map<FunctionModel, number> {
    const coming = new Map<FunctionModel, number>();
    for (const { fn, state } of children) {
      if (state === 'starting' || state === 'answered') coming.set(fn, (coming.get(fn) ?? 0) + 1);
    }
    return coming;
  }

  /**
   * A function without any child would wait for ever while another one keeps all of them busy: once
   * it has waited long enough, the next child that is idle makes room, whatever waits for that one.
   */
  function relieve(fn: FunctionModel, since: number): void {
    const isStarving = performance.now() - since > STARVING_MS;
    if (isStarving && count((child) => child.fn === fn) === 0 && mayStart(fn) && makeRoom()) {
      startChild(fn);
    }
  }

  function mayStart(fn: FunctionModel): boolean {
    return (
      count((child) => child.state === 'starting') < MOST_STARTING &&
      count((child) => child.fn === fn) < MOST_OF_A_FUNCTION
    );
  }

  /**
   * True when there is room for one more child. If need be an idle one ends: one of several of its
   * function rather than the only one, and of those the longest idle.
   */
  function makeRoom(): boolean {
    if (children.size < maxChildren) return true;
    const idle = [...children].filter(({ state }) => state === 'idle');
    const spare = idle.filter(({ fn }) => count((child) => child.fn === fn) > 1);
    const [oldest] = (spare.length > 0 ? spare : idle).sort((a, b) => a.idleSince - b.idleSince);
    if (oldest === undefined) return false;
    children.delete(oldest);
    oldest.kill();
    return true;
  }

  function count(matches: (child: Child) => boolean): number {
    let found = 0;
    for (const child of children) if (matches(child)) found += 1;
    return found;
  }

  function find(matches: (child: Child) => boolean): Child | undefined {
    for (const child of children) if (matches(child)) return child;
    return undefined;
  }

  function startChild(fn: FunctionModel): void {
    started += 1;
    const id = `LOCALF${String(started).padStart(4, '0')}`;
    const child = new Child({
      id,
      fn,
      clock: options.clock,
      runtimeApi,
      environment: options.environment(fn, id),
      timeoutMs: fn.timeoutMs * (options.timeFactor ?? 1),
      logFile: join(options.logsDir, `${fn.shortName}.log`),
      onIdle: pump,
      onStart: remember,
      onExit: (gone) => {
        children.delete(gone);
        // A bundle that cannot start fails what waits for it, instead of being started for ever.
        if (gone.startError !== null) failOne(fn, gone.startError);
        pump();
      },
    });
    children.add(child);
  }

  /** The mean of the last starts: they take several times as long when much else is done. */
  function remember(milliseconds: number): void {
    startTakesMs = Math.min(LONGEST_WAIT_MS, 0.8 * startTakesMs + 0.2 * milliseconds);
  }

  function failOne(fn: FunctionModel, error: { errorType: string; errorMessage: string }): void {
    const at = pending.findIndex((waiting) => waiting.fn === fn);
    const [waiting] = at < 0 ? [] : pending.splice(at, 1);
    waiting?.work.settle({ ok: false, error });
  }

  return {
    invoke,
    find: (name: string) => functions.get(name),
    functionOfChild: (id: string) => find((child) => child.id === id)?.fn,
    killChild: (id: string) => find((child) => child.id === id)?.kill(),
    /** invocations running or waiting */
    active: () => active,
    children: () => [...children].map(({ id, fn, state }) => ({ id, fn: fn.shortName, state })),
    async stop(): Promise<void> {
      stopping = true;
      clearInterval(sweeper);
      clearTimeout(nextLook);
      for (const { work } of pending.splice(0)) {
        work.settle({ ok: false, error: { errorType: 'Stopped', errorMessage: 'stopping' } });
      }
      for (const child of children) child.kill();
      await runtimeApi.stop();
    },
  };
}

export type LambdaHost = Awaited<ReturnType<typeof startLambdaHost>>;
