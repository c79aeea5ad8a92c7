import { AsyncLocalStorage } from 'node:async_hooks';
import { Logger } from '@aws-lambda-powertools/logger';

/** What is being worked on; messages of one batch run side by side, so it is no global. */
const threads = new AsyncLocalStorage<{ correlationId: string }>();

class ThreadedLogger extends Logger {
  override info(...[message, ...facts]: Parameters<Logger['info']>): void {
    super.info(message, ...(threaded(facts) as never));
  }

  override warn(...[message, ...facts]: Parameters<Logger['warn']>): void {
    super.warn(message, ...(threaded(facts) as never));
  }

  override error(...[message, ...facts]: Parameters<Logger['error']>): void {
    super.error(message, ...(threaded(facts) as never));
  }
}

function threaded(facts: readonly unknown[]): unknown[] {
  const thread = threads.getStore();
  return thread ? [{ ...thread }, ...facts] : [...facts];
}

/**
 * The one logger: JSON lines with ids, never people. It is given ids and codes only; bodies, names,
 * addresses, phones and tokens have no field here to go into.
 */
export const log = new ThreadedLogger({ serviceName: 'just-driving' });

/**
 * Runs something on behalf of one request: every line logged meanwhile carries its id, the one of the
 * answer's `instance` and `Apigw-Requestid`, of the events it made and the mails they caused.
 */
export function onBehalfOf<T>(correlationId: string, run: () => T): T {
  return threads.run({ correlationId }, run);
}

/** The row at hand says on whose behalf: what is logged from here on, failures included, says so, too. */
export function continueOnBehalfOf(correlationId: string): void {
  const thread = threads.getStore();
  if (thread) thread.correlationId = correlationId;
}

/** What may be said of an error of ours or a library's: its kind and where, not what it was about. */
export function errorFacts(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '));
  return {
    error: error.name,
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    stack: frames.slice(0, 8).map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: errorFacts(error.cause) }),
  };
}
