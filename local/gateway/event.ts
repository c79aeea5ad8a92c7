import { LOCAL_ACCOUNT_ID } from '../parts/constants.ts';

/** A request as it came in, read whole. */
export type HttpRequest = {
  method: string;
  /** as on the request line: encoded, with the query */
  target: string;
  /** name, value, name, value: as received, repeated names included */
  rawHeaders: readonly string[];
  body: Buffer;
  remoteAddress: string;
};

export type JwtIdentity = { claims: Record<string, string>; scopes: string[] | null };

export type EventContext = {
  routeKey: string;
  pathParameters: Record<string, string>;
  stage: string;
  apiId: string;
  domainName: string;
  requestId: string;
  /** milliseconds by the control clock */
  now: number;
  jwt: JwtIdentity | null;
};

/** Content types whose body an HTTP API passes on as text; any other arrives as base64. */
const TEXT = /^(text\/.*|application\/(json|javascript|xml|.+\+json|.+\+xml))(;|$)/i;

/** Tests name the caller's address by this header, which stays on this machine. */
const SOURCE_IP_HEADER = 'x-local-source-ip';

/** The event of payload format 2.0 for a request whose path decodes (the router looks first). */
export function toEvent(request: HttpRequest, context: EventContext) {
  const { path: encoded, query } = splitTarget(request.target);
  const path = decodeURIComponent(encoded);
  const { headers, cookies } = joinHeaders(request.rawHeaders);
  const sourceIp = headers[SOURCE_IP_HEADER] ?? request.remoteAddress;
  delete headers[SOURCE_IP_HEADER];
  const queryStringParameters = joinQuery(query);
  const isText = TEXT.test(headers['content-type'] ?? 'text/plain');
  const { pathParameters } = context;
  return {
    version: '2.0',
    routeKey: context.routeKey,
    rawPath: path,
    rawQueryString: query,
    ...(cookies.length > 0 && { cookies }),
    headers,
    ...(queryStringParameters && { queryStringParameters }),
    requestContext: {
      accountId: LOCAL_ACCOUNT_ID,
      apiId: context.apiId,
      ...(context.jwt && { authorizer: { jwt: context.jwt } }),
      domainName: context.domainName,
      domainPrefix: context.apiId,
      http: {
        method: request.method,
        path,
        protocol: 'HTTP/1.1',
        sourceIp,
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: context.requestId,
      routeKey: context.routeKey,
      stage: context.stage,
      time: commonLogTime(context.now),
      timeEpoch: Math.round(context.now),
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...(request.body.length > 0 && {
      body: request.body.toString(isText ? 'utf8' : 'base64'),
    }),
    isBase64Encoded: request.body.length > 0 && !isText,
  };
}

/** Path and query of a request line, both still encoded. */
export function splitTarget(target: string): { path: string; query: string } {
  const at = target.indexOf('?');
  if (at < 0) return { path: target, query: '' };
  return { path: target.slice(0, at), query: target.slice(at + 1) };
}

/** Lower-cased names, repeated ones joined by a comma, cookies taken out. */
export function joinHeaders(raw: readonly string[]) {
  const headers: Record<string, string> = {};
  const cookies: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = (raw[at] ?? '').toLowerCase();
    const value = raw[at + 1] ?? '';
    if (name === 'cookie') cookies.push(...value.split(/;\s*/));
    // The service keeps connection matters to itself.
    else if (name === 'connection' || name === 'transfer-encoding') continue;
    else headers[name] = Object.hasOwn(headers, name) ? `${headers[name]},${value}` : value;
  }
  return { headers, cookies };
}

/** Decoded parameters, repeated ones joined by a comma; null without any. */
function joinQuery(query: string): Record<string, string> | null {
  if (query === '') return null;
  // A null prototype: a parameter may be called `__proto__`.
  const joined: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(query)) {
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  }
  return joined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `22/Nov/2026:09:00:00 +0000` */
function commonLogTime(ms: number): string {
  const date = new Date(ms);
  const day = String(date.getUTCDate()).padStart(2, '0');
  const month = MONTHS[date.getUTCMonth()];
  return `${day}/${month}/${date.getUTCFullYear()}:${date.toISOString().slice(11, 19)} +0000`;
}
