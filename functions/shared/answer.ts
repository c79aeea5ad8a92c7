import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** What an operation answers, before it becomes HTTP. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> };

/** 200. A body with a `version` also carries it as `ETag`. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** 201 with the whole resource and where it is from now on. */
export function created(location: string, body: unknown): Answer {
  return { status: 201, body, headers: { location } };
}

/** 202: stored, to be carried out soon. */
export function accepted(body?: unknown): Answer {
  return { status: 202, ...(body !== undefined && { body }) };
}

/** 204: done, nothing to say. */
export function noContent(): Answer {
  return { status: 204 };
}

export function toHttp({ status, body, headers = {} }: Answer): APIGatewayProxyStructuredResultV2 {
  const version = (body as { version?: unknown } | undefined)?.version;
  return {
    statusCode: status,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json; charset=utf-8' }),
      'cache-control': 'no-store',
      ...(typeof version === 'number' && { etag: `"${version}"` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}
