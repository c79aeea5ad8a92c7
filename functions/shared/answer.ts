import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { DOCUMENT_POLICY } from './documents/policy.ts';

/** What an operation answers, before it becomes HTTP. */
export type Answer = {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** works once, and for minutes: who repeats the request is answered anew */
  passing?: true;
};

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

/** A document for people: shown by a browser, or kept under its name. */
export type Document = {
  contentType: 'text/html' | 'application/pdf' | 'application/json';
  /** ASCII letters, digits, `-`, `_` and `.` only: it goes into a header */
  fileName: string;
  body: string | Buffer;
};

/** 200 with a file. HTML comes with the policy that nothing in it may run or be fetched. */
export function file({ contentType, fileName, body }: Document): Answer {
  const isText = typeof body === 'string';
  const shown = contentType === 'application/json' ? 'attachment' : 'inline';
  return {
    status: 200,
    body,
    headers: {
      'content-type': isText ? `${contentType}; charset=utf-8` : contentType,
      'content-disposition': `${shown}; filename="${fileName}"`,
      'x-content-type-options': 'nosniff',
      ...(contentType === 'text/html' && { 'content-security-policy': DOCUMENT_POLICY }),
    },
  };
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
    ...(body !== undefined && printed(body)),
  };
}

function printed(body: unknown): { body: string; isBase64Encoded?: true } {
  if (Buffer.isBuffer(body)) return { body: body.toString('base64'), isBase64Encoded: true };
  return { body: typeof body === 'string' ? body : JSON.stringify(body) };
}
