import type { IncomingMessage } from 'node:http';
import { type Answer, type Part, serve } from '../parts/http.ts';

/** What a control answers: a value becomes 200 with JSON. */
export type Control = (input: {
  params: string[];
  query: URLSearchParams;
  body: Record<string, unknown>;
}) => unknown;

// Keys such as `POST /_local/queues/*/redrive`: a star stands for one segment.
export type Controls = Record<string, Control>;

/** A control refuses: its status and one sentence. */
export class ControlError extends Error {
  override name = 'ControlError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * The control address: what a person or a test does to this machine's stack, and never to AWS. Which
 * controls there are is asked at every call: another deployment brings others.
 */
export function startControl(port: number, controls: () => Controls): Promise<Part> {
  return serve({ port, what: 'the control address' }, async (request, body) => {
    try {
      const found = find(controls(), request);
      if (found === null) return json(404, { message: 'no such control' });
      const { control, params, query } = found;
      return json(200, (await control({ params, query, body: parse(body) })) ?? {});
    } catch (error) {
      if (error instanceof ControlError) return json(error.status, { message: error.message });
      // Orders that make no sense: the parts say so by these two.
      if (error instanceof TypeError || error instanceof RangeError) {
        return json(400, { message: error.message });
      }
      return json(500, { message: String(error) });
    }
  });
}

function find(controls: Controls, request: IncomingMessage) {
  const url = new URL(request.url ?? '/', 'http://local');
  const segments = url.pathname.split('/').map(decode);
  for (const [key, control] of Object.entries(controls)) {
    const [method, path = ''] = key.split(' ');
    const expected = path.split('/');
    if (method !== request.method || expected.length !== segments.length) continue;
    if (!expected.every((part, at) => part === '*' || part === segments[at])) continue;
    const params = segments.filter((_, at) => expected[at] === '*');
    return { control, params, query: url.searchParams };
  }
  return null;
}

function parse(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // told below
  }
  throw new ControlError(400, 'the body is not a JSON object');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function json(status: number, value: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  };
}
