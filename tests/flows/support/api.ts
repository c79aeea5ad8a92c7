import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { stack } from './stack.ts';

const MOST_TRIES = 5;

/** An answer of the API. Its body is read as the test expects it: what is not there shows in the assertion. */
export type Answer = {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads any shape and asserts what it read
  body: any;
  text: string;
};

export type Options = {
  /** sent as JSON */
  body?: unknown;
  /** sent as it is, instead of `body` */
  raw?: string | Buffer;
  token?: string | undefined;
  headers?: Record<string, string>;
  /** the caller's address; by default another one each time, so that no limit bites unasked */
  sourceIp?: string;
  /** `busy` is an answer, too: for who wants to see it */
  once?: boolean;
};

/**
 * One call. What is `busy` is asked again after its `Retry-After`, as clients are told to: how many at
 * once are too many depends on the machine.
 */
export async function api(method: string, path: string, options: Options = {}): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await call(method, path, options);
    if (answer.body?.code !== 'busy' || options.once || tries === MOST_TRIES) return answer;
    await delay(Number(answer.headers.get('retry-after')) * 1_000);
  }
}

async function call(method: string, path: string, options: Options): Promise<Answer> {
  const { body, raw, token, headers = {}, sourceIp = anyAddress() } = options;
  const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(stack().api + path, {
    method,
    headers: {
      'x-local-source-ip': sourceIp,
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(payload !== undefined && { body: payload as NonNullable<RequestInit['body']> }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text), text };
}

/** The same, for a step that must go well before the test begins. */
export async function apiOk(method: string, path: string, options: Options = {}): Promise<Answer> {
  const answer = await api(method, path, options);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
  return answer;
}

/** Every item of a list, page by page. */
export async function allPages(
  path: string,
  token: string,
  limit = 25,
): Promise<{ pages: Answer['body'][][]; items: Answer['body'][] }> {
  const pages: unknown[][] = [];
  let cursor: string | null = null;
  do {
    const query: string = `limit=${limit}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { body } = await apiOk('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`, {
      token,
    });
    pages.push(body.items);
    cursor = body.nextCursor;
  } while (cursor !== null);
  return { pages, items: pages.flat() };
}

/** An address of its own, in a range for documents and trials. */
export function anyAddress(): string {
  return `198.${18 + randomInt(2)}.${randomInt(256)}.${randomInt(1, 255)}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
