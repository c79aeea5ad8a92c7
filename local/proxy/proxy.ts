import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { LOCAL_ACCESS_KEY_ID, LOCAL_REGION } from '../parts/constants.ts';
import { close, listen, send } from '../parts/http.ts';
import { type Call, nameCall, rewriteCredential, type Service } from './calls.ts';
import type { Crashes } from './crashes.ts';

/** Answers a call in this process: EventBridge's PutEvents is our own bus. */
export type OwnService = (
  action: string,
  body: unknown,
) => Promise<{ status: number; body: unknown }>;

/** True when it answers the request itself; it has then taken the whole of it, body included. */
export type Door = (request: IncomingMessage, response: ServerResponse) => boolean;

export type ProxyOptions = {
  crashes: Crashes;
  /** asked first: services that no function calls */
  door?: Door;
  /** names of the function a child runs: short, physical */
  namesOfChild(id: string): readonly string[];
  killChild(id: string): void;
  /** null when the caller's role allows the call; else the sentence that refuses it */
  refusal(call: Call, body: Buffer): string | null;
  /** told of every call that was answered well, for whoever waits for its effects */
  onCall?: (call: Call) => void;
};

type Upstream = { hostname: string; port: number } | OwnService;

/**
 * One address in front of every AWS part. It knows which function calls (by access key id), names
 * the call as IAM would, refuses what the function's role does not allow, kills the caller where a
 * crash was ordered, and passes the rest on under the one local access key. Credentials that are no
 * function's are accepted, so other programs may use it as well.
 */
export class AwsProxy {
  origin = '';
  readonly #options: ProxyOptions;
  readonly #server: Server;
  readonly #upstreams = new Map<Service, Upstream>();
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 256 });

  constructor(options: ProxyOptions) {
    this.#options = options;
    this.#server = createServer((request, response) => {
      if (options.door?.(request, response)) return;
      this.#handle(request, response).catch(() => response.destroy());
    });
    this.#server.keepAliveTimeout = 120_000;
    this.#server.requestTimeout = 0;
  }

  async start(port = 0): Promise<void> {
    this.origin = await listen(this.#server, port, 'the AWS endpoint');
  }

  /** Says where a service is answered: an origin, or a function of this process. */
  route(service: Service, to: string | OwnService): void {
    if (typeof to === 'function') this.#upstreams.set(service, to);
    else {
      const { hostname, port } = new URL(to);
      this.#upstreams.set(service, { hostname, port: Number(port) });
    }
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    await close(this.#server);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await collect(request);
    const path = request.url ?? '/';
    const call = nameCall(path, request.headers, body);
    const upstream = call === null ? undefined : this.#upstreams.get(call.service);
    if (call === null || upstream === undefined) return refuse(response, call);

    const denied = this.#options.refusal(call, body);
    if (denied !== null) return deny(response, call, denied);

    const names = call.caller === null ? [] : this.#options.namesOfChild(call.caller);
    const crash = this.#options.crashes.meet(names, `${call.service}:${call.action}`);
    if (crash === 'before') return this.#crash(call, response);

    if (typeof upstream === 'function') {
      const answer = await upstream(call.action, JSON.parse(body.toString() || '{}'));
      if (crash === 'after') return this.#crash(call, response);
      return send(response, {
        status: answer.status,
        headers: { 'content-type': 'application/x-amz-json-1.1' },
        body: JSON.stringify(answer.body),
      });
    }
    const reply = await this.#forward(request, path, body, upstream);
    if (reply === null) return unavailable(response);
    // Read whole, so that the answer leaves in one piece: a pipe costs a second write per call.
    const answer = await collect(reply);
    if ((reply.statusCode ?? 500) < 300) this.#options.onCall?.(call);
    if (crash === 'after') return this.#crash(call, response);
    response.writeHead(reply.statusCode ?? 502, {
      ...withoutHops(reply.headers),
      'content-length': answer.length,
    });
    response.end(answer);
  }

  #crash(call: Call, response: ServerResponse): void {
    if (call.caller !== null) this.#options.killChild(call.caller);
    response.destroy();
  }

  /** Null when the part cannot be reached. A caller that goes away ends the call to the part. */
  #forward(
    from: IncomingMessage,
    path: string,
    body: Buffer,
    upstream: { hostname: string; port: number },
  ): Promise<IncomingMessage | null> {
    const { authorization } = from.headers;
    return new Promise((resolve) => {
      const onward = httpRequest(
        {
          agent: this.#agent,
          hostname: upstream.hostname,
          port: upstream.port,
          method: from.method,
          path: path.replace(/^\/LOCALF\d+/, '') || '/',
          headers: {
            ...withoutHops(from.headers),
            host: `${upstream.hostname}:${upstream.port}`,
            'content-length': body.length,
            ...(authorization !== undefined && {
              authorization: rewriteCredential(authorization, LOCAL_ACCESS_KEY_ID, LOCAL_REGION),
            }),
          },
        },
        resolve,
      );
      const callerLeft = () => onward.destroy();
      from.socket.once('close', callerLeft);
      onward.once('close', () => from.socket.off('close', callerLeft));
      onward.on('error', () => resolve(null));
      onward.end(body);
    });
  }
}

function refuse(response: ServerResponse, call: Call | null): void {
  const message =
    call === null
      ? 'not a call this endpoint can name: no X-Amz-Target and no known service in its signature'
      : `${call.service} is not part of this stack`;
  send(response, {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: 'UnknownOperationException', message }),
  });
}

/** As AWS refuses: in JSON, or in XML where the service speaks the query protocol. */
function deny(response: ServerResponse, { service }: Call, message: string): void {
  if (service === 'ses') {
    const body = `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${message}</Message></Error></ErrorResponse>`;
    return void send(response, { status: 403, headers: { 'content-type': 'text/xml' }, body });
  }
  send(response, {
    status: 400,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: 'AccessDeniedException', message }),
  });
}

function unavailable(response: ServerResponse): void {
  send(response, {
    status: 503,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({
      __type: 'ServiceUnavailable',
      message: 'the local part is not reachable',
    }),
  });
}

/** Headers that belong to one connection only. */
function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _, 'keep-alive': __, 'transfer-encoding': ___, ...rest } = headers;
  return rest;
}

/** The whole body. By events: an async iterator costs a tenth of a millisecond more per call. */
function collect(stream: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => resolve(Buffer.concat(chunks)));
    stream.once('error', reject);
    stream.once('close', () => reject(new Error('cut off')));
  });
}
