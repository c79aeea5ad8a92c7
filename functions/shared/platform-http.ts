import type { Platform } from '../../domain/integrations/platform.ts';
import { RemoteError } from '../../domain/integrations/remote-error.ts';
import { DELIVERY_HEADER, SIGNATURE_HEADER, sign } from '../../domain/integrations/signature.ts';
import { readRetryAfter } from './retry.ts';

export type PlatformConnection = {
  platform: Platform;
  apiUrl: string;
  secret: string;
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
};

export type PlatformRequest = {
  method: 'PUT' | 'POST';
  /** from the platform's origin, each part encoded */
  path: string;
  /** the same for the same thing told again: what the platform recognises a repetition by */
  deliveryId: string;
  body: unknown;
};

const TIMEOUT_MS = 5_000;

/**
 * One signed call to a platform, tried once: retries are the queue's. Resolves with the answer's JSON.
 * Throws `RemoteError`: `retry` for no answer, 5xx, 429 and what says that our credentials or address
 * are wrong; `refused` for any other 4xx, with the platform's own code where it gives one.
 */
export async function callPlatform(
  {
    platform,
    apiUrl,
    secret,
    timeoutMs = TIMEOUT_MS,
    fetch = globalThis.fetch,
  }: PlatformConnection,
  { method, path, deliveryId, body }: PlatformRequest,
): Promise<unknown> {
  const text = JSON.stringify(body);
  let response: Response;
  let answer: string;
  try {
    response = await fetch(`${apiUrl.replace(/\/$/, '')}${path}`, {
      method,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'JustDriving/1',
        [DELIVERY_HEADER]: deliveryId,
        [SIGNATURE_HEADER]: sign([secret], text, Math.floor(Date.now() / 1000)),
      },
      body: text,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    answer = await response.text();
  } catch (cause) {
    const timedOut = cause instanceof Error && cause.name === 'TimeoutError';
    throw new RemoteError('retry', `${platform}_${timedOut ? 'timeout' : 'unreachable'}`, {
      cause,
    });
  }
  const json = parsed(answer);
  if (response.ok) return json;
  const { status } = response;
  const passing = status >= 500 || status < 400 || PASSING.includes(status);
  throw new RemoteError(passing ? 'retry' : 'refused', `${platform}_${codeIn(json) ?? status}`, {
    status,
    retryAfterSeconds: readRetryAfter(response.headers.get('retry-after'), new Date()),
  });
}

/** 401, 403, 404 and 405 say that our secret or address is wrong: they wait for a person, too. */
const PASSING = [401, 403, 404, 405, 408, 425, 429];

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The platform's own code: a short word, or nothing. Its sentences may hold names. */
function codeIn(json: unknown): string | null {
  const { code } = (json ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^[a-z0-9_]{1,60}$/.test(code) ? code : null;
}
