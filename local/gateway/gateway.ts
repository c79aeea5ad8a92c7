import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Invocation } from '../lambda/child.ts';
import type { ControlClock } from '../parts/clock.ts';
import { close, listen } from '../parts/http.ts';
import type { JwtAuthorizer } from './authorizer.ts';
import { type CorsConfiguration, corsHeaders, preflightHeaders } from './cors.ts';
import { type HttpRequest, joinHeaders, splitTarget, toEvent } from './event.ts';
import type { HttpResponse } from './response.ts';
import * as answers from './response.ts';
import { Router } from './router.ts';
import type { Throttle } from './throttle.ts';

export type GatewayRoute = {
  key: string;
  functionName: string;
  authorizer: JwtAuthorizer | null;
};

export type GatewayOptions = {
  routes: readonly GatewayRoute[];
  cors: CorsConfiguration | undefined;
  throttle: Throttle;
  stage: string;
  apiId: string;
  clock: ControlClock;
  invoke(functionName: string, event: unknown): Promise<Invocation>;
};

const LARGEST_BODY = 10 * 1024 * 1024;
/** An HTTP API waits for its integration no longer. */
const INTEGRATION_TIMEOUT_MS = 30_000;

/** An HTTP API takes request line and headers of 10,240 bytes together. */
const MAX_HEADER_BYTES = 10_240;

/** The HTTP API of the template: routes, authorizer, CORS, throttle, and the answers it makes itself. */
export class Gateway {
  origin = '';
  readonly #server: Server;
  #options: GatewayOptions | null = null;
  #router: Router<GatewayRoute> | null = null;

  constructor() {
    this.#server = createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => {
      this.#serve(request, response).catch(() => {
        if (response.headersSent) response.destroy();
        else write(response, answers.SERVER_ERROR());
      });
    });
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
      const tooLong = error.code === 'HPE_HEADER_OVERFLOW';
      const status = tooLong ? '431 Request Header Fields Too Large' : '400 Bad Request';
      if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
    });
  }

  /** Takes the port first, so that a taken one is told before anything else starts. */
  async listen(port: number): Promise<void> {
    this.origin = await listen(this.#server, port, 'the API');
  }

  /** Answers by the template from now on; until then every request is a 503. */
  open(options: GatewayOptions): void {
    this.#options = options;
    this.#router = new Router(options.routes.map((route) => ({ key: route.key, value: route })));
  }

  /** Nothing is deployed any more: every request is a 503 again. */
  shut(): void {
    this.#options = null;
    this.#router = null;
  }

  stop(): Promise<void> {
    return close(this.#server);
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    const options = this.#options;
    const body = await readLimited(incoming);
    const request: HttpRequest = {
      method: incoming.method ?? 'GET',
      target: incoming.url ?? '/',
      rawHeaders: incoming.rawHeaders,
      body: body ?? Buffer.alloc(0),
      remoteAddress: incoming.socket.remoteAddress?.replace('::ffff:', '') ?? '127.0.0.1',
    };
    const answer =
      options === null
        ? answers.UNAVAILABLE()
        : body === null
          ? answers.TOO_LARGE()
          : await this.#answer(request, options, requestId);
    const cors = corsHeaders(options?.cors, incoming.headers.origin);
    write(response, {
      ...answer,
      headers: { ...answer.headers, ...cors, 'apigw-requestid': requestId },
    });
  }

  async #answer(
    request: HttpRequest,
    options: GatewayOptions,
    requestId: string,
  ): Promise<HttpResponse> {
    const { headers } = joinHeaders(request.rawHeaders);
    if (isPreflight(request, headers) && options.cors !== undefined) {
      const preflight = preflightHeaders(options.cors, headers.origin);
      return { status: 204, headers: preflight, cookies: [], body: Buffer.alloc(0) };
    }
    const match = this.#match(request);
    if (match === 'malformed') return answers.BAD_REQUEST();
    if (match === null) return answers.NOT_FOUND();
    if (!options.throttle.take()) return answers.TOO_MANY();

    const { authorizer, functionName } = match.value;
    const jwt = authorizer === null ? null : await authorizer.authorize(headers.authorization);
    if (authorizer !== null && jwt === null) return answers.UNAUTHORIZED();

    const event = toEvent(request, {
      routeKey: match.routeKey,
      pathParameters: match.pathParameters,
      stage: options.stage,
      apiId: options.apiId,
      domainName: headers.host ?? '',
      requestId,
      now: options.clock.now(),
      jwt,
    });
    const outcome = await inTime(options.invoke(functionName, event));
    if (outcome === null) return answers.UNAVAILABLE();
    if (!outcome.ok) return answers.SERVER_ERROR();
    return fromOutcome(outcome.payload);
  }

  #match(request: HttpRequest) {
    try {
      return this.#router?.match(request.method, splitTarget(request.target).path) ?? null;
    } catch {
      return 'malformed';
    }
  }
}

function fromOutcome(payload: unknown): HttpResponse {
  return answers.fromFunction(payload) ?? answers.SERVER_ERROR();
}

function isPreflight(request: HttpRequest, headers: Record<string, string>): boolean {
  return (
    request.method === 'OPTIONS' &&
    headers.origin !== undefined &&
    headers['access-control-request-method'] !== undefined
  );
}

/** The body, or null when it is larger than the gateway takes; the rest is then read and dropped. */
async function readLimited(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size <= LARGEST_BODY ? Buffer.concat(chunks) : null;
}

async function inTime(invocation: Promise<Invocation>): Promise<Invocation | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, INTEGRATION_TIMEOUT_MS, null);
  });
  const outcome = await Promise.race([invocation, late]);
  clearTimeout(timer);
  return outcome;
}

/** A 204 or 304 carries no body; a function's own connection headers are left out. */
function write(response: ServerResponse, answer: HttpResponse): void {
  const {
    connection: _,
    'transfer-encoding': __,
    'content-length': ___,
    ...headers
  } = answer.headers;
  const bodiless = answer.status === 204 || answer.status === 304;
  const own: Record<string, string | string[]> = { ...headers };
  if (bodiless) delete own['content-type'];
  else own['content-length'] = String(answer.body.length);
  if (answer.cookies.length > 0) own['set-cookie'] = answer.cookies;
  response.writeHead(answer.status, own);
  response.end(bodiless ? undefined : answer.body);
}
