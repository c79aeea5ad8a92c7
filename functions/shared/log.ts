import { Logger } from '@aws-lambda-powertools/logger';

/**
 * The one logger: JSON lines with ids, never people. It is given ids and codes only; bodies, names,
 * addresses, phones and tokens have no field here to go into.
 */
export const log = new Logger({ serviceName: 'just-driving' });

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
