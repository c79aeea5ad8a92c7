import { ProviderError } from '../../domain/notifications/provider.ts';
import { readRetryAfter } from './retry.ts';

/**
 * The HTTP client under Twilio's SDK. The SDK's own host can be changed in no other way, and this
 * is also where one try, the timeout and the meaning of a bad answer are ours: an error carries its
 * status, code and `Retry-After`, none of Twilio's text, which quotes numbers.
 */
export type TwilioRequest = {
  method: string;
  uri: string;
  username?: string;
  password?: string;
  headers?: Record<string, string>;
  params?: Record<string, unknown>;
  data?: Record<string, unknown>;
};

export type TwilioResponse = { statusCode: number; body: string; headers: Record<string, string> };

export type TwilioHttpOptions = {
  apiUrl: string;
  timeoutMs?: number;
  fetch?: typeof globalThis.fetch;
};

export function twilioHttpClient({
  apiUrl,
  timeoutMs = 5_000,
  fetch = globalThis.fetch,
}: TwilioHttpOptions) {
  return {
    async request(request: TwilioRequest): Promise<TwilioResponse> {
      const { method, username = '', password = '', data } = request;
      let response: Response;
      let body: string;
      try {
        response = await fetch(addressOf(apiUrl, request), {
          method: method.toUpperCase(),
          headers: {
            ...request.headers,
            Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
          },
          ...(data && { body: form(data) }),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        });
        body = await response.text();
      } catch (error) {
        const timedOut = error instanceof Error && error.name === 'TimeoutError';
        throw new ProviderError(
          'retry',
          timedOut ? 'twilio_timeout' : 'twilio_unreachable',
          null,
          error,
        );
      }
      if (!response.ok) throw refusal(response, body);
      return { statusCode: response.status, body, headers: Object.fromEntries(response.headers) };
    },
  };
}

/** The SDK's path on the stage's own host. */
function addressOf(apiUrl: string, { uri, params }: TwilioRequest): URL {
  const { pathname, search } = new URL(uri);
  const url = new URL(`${apiUrl.replace(/\/$/, '')}${pathname}${search}`);
  for (const [name, value] of form(params ?? {})) url.searchParams.append(name, value);
  return url;
}

function form(values: Record<string, unknown>): URLSearchParams {
  const entries = Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null)
      .map((one) => [name, String(one)]),
  );
  return new URLSearchParams(entries as [string, string][]);
}

/**
 * 429 and 5xx pass. 401, 403 and 404 say that our account or its address is wrong, not the number:
 * those wait for a person, too. Every other 4xx is about this message (21211: not a number, 21610:
 * the recipient said stop) and final.
 */
function refusal(response: Response, body: string): ProviderError {
  const { status } = response;
  const passing = status >= 500 || [401, 403, 404, 408, 429].includes(status) || status < 400;
  const retryAfter = readRetryAfter(response.headers.get('retry-after'), new Date());
  const code = errorNumber(body);
  return new ProviderError(
    passing ? 'retry' : 'refused',
    `twilio_${code ?? status}`,
    retryAfter,
    undefined,
    code === SAID_STOP,
  );
}

/** Twilio's number for a recipient who answered STOP. */
const SAID_STOP = 21_610;

function errorNumber(body: string): number | null {
  try {
    const { code } = JSON.parse(body) as { code?: unknown };
    return typeof code === 'number' && Number.isInteger(code) ? code : null;
  } catch {
    return null;
  }
}
