import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { Fault, Faults, Provider } from './faults.ts';
import { type Answer, close, listen, type Part, readBody, send } from './http.ts';
import type { RequestLog } from './requests.ts';

/** A request as it arrived, its body read. */
export type Received = {
  method: string;
  /** path and query */
  path: string;
  headers: Record<string, string>;
  body: Buffer;
};

export type FrontOptions = {
  provider: Provider;
  port?: number | undefined;
  requests: RequestLog;
  faults: Faults;
  /** what answers when no fault is due; see `forwardTo` */
  handle: (received: Received) => Promise<Answer>;
  /** a fault in the provider's own error format */
  refuse: (fault: Fault, received: Received) => Answer;
  /** calls of the provider's API; anything else (the web inbox) passes unrecorded and unharmed */
  isApiCall?: (received: Received) => boolean;
};

const HELD_AT_MOST_MS = 60_000;

/**
 * Stands before a stand-in: records what arrives and does wrong what it is told to. A timed-out
 * request is held without an answer until the caller gives up, at most 60 s, then cut.
 */
export async function startFront(options: FrontOptions): Promise<Part> {
  const held = new Set<() => void>();

  /** Keeps the connection silent until its caller leaves, the time is up or the front stops. */
  const hold = (response: ServerResponse) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        held.delete(done);
        response.destroy();
        resolve();
      };
      const timer = setTimeout(done, HELD_AT_MOST_MS);
      held.add(done);
      response.once('close', done);
      if (response.destroyed) done();
    });

  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    const received = await receive(request);
    if (options.isApiCall && !options.isApiCall(received)) {
      send(response, await options.handle(received));
      return;
    }
    const recorded = options.requests.add(options.provider, {
      ...received,
      body: received.body.toString('utf8'),
    });
    const fault = options.faults.take(options.provider);
    recorded.fault = fault?.mode ?? null;
    if (fault?.mode === 'accept_then_timeout') {
      await options.handle(received);
      return hold(response);
    }
    if (fault?.mode === 'timeout') return hold(response);
    const answer = fault
      ? withRetryAfter(fault, options.refuse(fault, received))
      : await options.handle(received);
    recorded.status = answer.status;
    send(response, answer);
  };

  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      send(response, { status: 502, headers: { 'content-type': 'text/plain' }, body: message });
    });
  });
  const endpoint = await listen(server, options.port ?? 0, `the ${options.provider} stand-in`);
  return {
    endpoint,
    async stop() {
      for (const done of [...held]) done();
      await close(server);
    },
  };
}

/** Passes requests on to a server and brings its answers back unchanged. */
export function forwardTo(target: string): (received: Received) => Promise<Answer> {
  const origin = new URL(target);
  return ({ method, path, headers, body }) =>
    new Promise((resolve, reject) => {
      const passed = httpRequest(
        {
          host: origin.hostname,
          port: origin.port,
          method,
          path,
          headers: { ...headers, host: origin.host, 'content-length': String(body.length) },
        },
        (response) => {
          readBody(response).then((answer) => {
            resolve({
              status: response.statusCode ?? 502,
              headers: withoutConnection(flatten(response.headers)),
              body: answer,
            });
          }, reject);
        },
      );
      passed.once('error', reject);
      passed.end(body);
    });
}

async function receive(request: IncomingMessage): Promise<Received> {
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: withoutConnection(flatten(request.headers)),
    body: await readBody(request),
  };
}

function flatten(headers: IncomingMessage['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** Headers that belong to one connection alone, and would be wrong on the next. */
function withoutConnection(headers: Record<string, string>): Record<string, string> {
  const {
    connection: _c,
    'keep-alive': _k,
    'transfer-encoding': _t,
    expect: _e,
    ...rest
  } = headers;
  return rest;
}

function withRetryAfter(fault: Fault, answer: Answer): Answer {
  if (fault.retryAfter === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(fault.retryAfter) } };
}
