import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { ControlClock } from '../parts/clock.ts';
import type { FunctionModel } from '../template/model.ts';
import type { RuntimeApi } from './runtime-api.ts';

export type FunctionError = { errorType: string; errorMessage: string };

/** How an invocation ended. `payload` is what the handler returned, parsed. */
export type Invocation = { ok: true; payload: unknown } | { ok: false; error: FunctionError };

export type Work = {
  requestId: string;
  payload: string;
  settle(outcome: Invocation): void;
};

export type ChildOptions = {
  /** also its access key id: the proxy knows by it who calls */
  id: string;
  fn: FunctionModel;
  environment: Record<string, string>;
  clock: ControlClock;
  runtimeApi: RuntimeApi;
  timeoutMs: number;
  logFile: string;
  /** it waits for work: at the end of its start and after each invocation */
  onIdle(child: Child): void;
  /** told once how long it took to be ready for work */
  onStart(milliseconds: number): void;
  onExit(child: Child): void;
};

const BOOTSTRAP = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));

/** The service gives module initialisation ten seconds; a laptop starting twelve at once gets more. */
const INIT_TIMEOUT_MS = 30_000;

/** One execution environment: a Node process with the function's bundle, one invocation at a time. */
export class Child {
  readonly id: string;
  readonly fn: FunctionModel;
  /** when it last became idle, in real milliseconds of `performance.now()` */
  idleSince = 0;
  /** `answered`: done with its work, and about to ask for more */
  state: 'starting' | 'idle' | 'busy' | 'answered' | 'gone' = 'starting';

  readonly #options: ChildOptions;
  readonly #spawnedAt = performance.now();
  readonly #process: ChildProcess;
  #waiting: ServerResponse | null = null;
  #work: Work | null = null;
  #timer: NodeJS.Timeout;
  #initError: FunctionError | null = null;

  constructor(options: ChildOptions) {
    this.id = options.id;
    this.fn = options.fn;
    this.#options = options;
    const api = options.runtimeApi.register(this.id, {
      onNext: (response) => this.#onNext(response),
      onAnswer: (_, payload) => this.#answer({ ok: true, payload: JSON.parse(payload) }),
      onError: (requestId, payload) => {
        const error = toError(payload);
        if (requestId === null) this.#initError = error;
        else this.#answer({ ok: false, error });
      },
    });
    const log = openSync(options.logFile, 'a');
    this.#process = spawn(process.execPath, [BOOTSTRAP], {
      cwd: this.fn.codeDir,
      stdio: ['pipe', log, log],
      env: {
        ...options.environment,
        AWS_LAMBDA_RUNTIME_API: api,
        LOCAL_CLOCK_OFFSET_MS: String(options.clock.offsetMs),
      },
    });
    closeSync(log);
    this.#process.stdin?.on('error', () => {});
    this.#process.once('error', () => this.#gone('did not start'));
    this.#process.once('exit', (code, signal) => this.#gone(`exit ${signal ?? code}`));
    this.#timer = setTimeout(() => this.kill(), INIT_TIMEOUT_MS);
  }

  /** Hands over an invocation. Only to an idle child. */
  give(work: Work): void {
    const response = this.#waiting;
    if (this.state !== 'idle' || response === null) throw new Error(`${this.id} is not idle`);
    this.state = 'busy';
    this.#waiting = null;
    this.#work = work;
    const { clock, timeoutMs } = this.#options;
    this.#timer = setTimeout(() => this.#timedOut(), timeoutMs);
    response.writeHead(200, {
      'content-type': 'application/json',
      'lambda-runtime-aws-request-id': work.requestId,
      'lambda-runtime-deadline-ms': String(Math.round(clock.now()) + timeoutMs),
      'lambda-runtime-invoked-function-arn': this.fn.arn,
      'lambda-runtime-trace-id': `Root=1-${work.requestId.replaceAll('-', '').slice(0, 8)}-${work.requestId.replaceAll('-', '').slice(8)}`,
      'local-clock-offset-ms': String(clock.offsetMs),
    });
    response.end(work.payload);
  }

  /** Ends the process at once, as a crash does; a running invocation fails. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  #onNext(response: ServerResponse): void {
    clearTimeout(this.#timer);
    if (this.state === 'starting') this.#options.onStart(performance.now() - this.#spawnedAt);
    this.#waiting = response;
    this.state = 'idle';
    this.idleSince = performance.now();
    this.#options.onIdle(this);
  }

  #timedOut(): void {
    const seconds = (this.#options.timeoutMs / 1000).toFixed(2);
    const errorMessage = `Task timed out after ${seconds} seconds`;
    this.#finish({ ok: false, error: { errorType: 'Sandbox.Timedout', errorMessage } });
    this.kill();
  }

  #answer(outcome: Invocation): void {
    if (this.state === 'busy') this.state = 'answered';
    this.#finish(outcome);
  }

  #finish(outcome: Invocation): void {
    clearTimeout(this.#timer);
    const work = this.#work;
    this.#work = null;
    work?.settle(outcome);
  }

  #gone(how: string): void {
    if (this.state === 'gone') return;
    const starting = this.state === 'starting';
    this.state = 'gone';
    this.#options.runtimeApi.forget(this.id);
    this.#waiting?.destroy();
    const error = this.#initError ?? {
      errorType: starting ? 'Runtime.InitError' : 'Runtime.ExitError',
      errorMessage: `Error: Runtime exited (${how})`,
    };
    this.#finish({ ok: false, error });
    this.startError = starting ? error : null;
    this.#options.onExit(this);
  }

  /** Why it never became ready, when that is how it ended. */
  startError: FunctionError | null = null;
}

function toError(payload: string): FunctionError {
  try {
    const { errorType, errorMessage } = JSON.parse(payload) as Partial<FunctionError>;
    return { errorType: errorType ?? 'Error', errorMessage: errorMessage ?? '' };
  } catch {
    return { errorType: 'Error', errorMessage: payload.slice(0, 500) };
  }
}
