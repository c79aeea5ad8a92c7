export type HttpResponse = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer;
};

/** An answer that the gateway makes itself. */
function gatewayAnswer(status: number, message: string): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    cookies: [],
    body: Buffer.from(JSON.stringify({ message })),
  };
}

export const UNAUTHORIZED = () => ({
  ...gatewayAnswer(401, 'Unauthorized'),
  headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' },
});
export const BAD_REQUEST = () => gatewayAnswer(400, 'Bad Request');
export const NOT_FOUND = () => gatewayAnswer(404, 'Not Found');
export const TOO_LARGE = () => gatewayAnswer(413, 'Request Entity Too Large');
export const TOO_MANY = () => gatewayAnswer(429, 'Too Many Requests');
export const SERVER_ERROR = () => gatewayAnswer(500, 'Internal Server Error');
export const UNAVAILABLE = () => gatewayAnswer(503, 'Service Unavailable');

type Structured = {
  statusCode: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
};

/**
 * What a function returned as an HTTP answer, format 2.0: with a `statusCode` as it says, else the
 * value itself as JSON with 200. Null when the service would answer 500.
 */
export function fromFunction(payload: unknown): HttpResponse | null {
  if (!isStructured(payload)) {
    if (payload === null || payload === undefined) return null;
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    return {
      status: 200,
      headers: { 'content-type': 'application/json' },
      cookies: [],
      body: Buffer.from(body),
    };
  }
  const { statusCode, headers = {}, cookies = [], body = '', isBase64Encoded } = payload;
  if (!Number.isInteger(statusCode) || statusCode < 100 || statusCode > 599) return null;
  if (typeof body !== 'string') return null;
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status: statusCode,
    headers: { 'content-type': 'text/plain;charset=utf-8', ...Object.fromEntries(named) },
    cookies,
    body: Buffer.from(body, isBase64Encoded === true ? 'base64' : 'utf8'),
  };
}

function isStructured(payload: unknown): payload is Structured {
  return typeof payload === 'object' && payload !== null && 'statusCode' in payload;
}
