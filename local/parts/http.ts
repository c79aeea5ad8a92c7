import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createTcpServer } from 'node:net';
import { LOCAL_HOST } from './constants.ts';

/** What every part hands back: where it answers, and how it ends. */
export type Part = {
  /** origin without a trailing slash */
  endpoint: string;
  stop(): Promise<void>;
};

export type Answer = {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
};

/** A port that somebody else holds, said in one line. */
export class PortTakenError extends Error {
  override name = 'PortTakenError';
  readonly port: number;

  constructor(port: number, what: string, cause?: unknown) {
    super(`port ${port} is already in use (wanted for ${what})`, { cause });
    this.port = port;
  }
}

/**
 * Listens on 127.0.0.1; port 0 takes a free one. Rejects with `PortTakenError` when it is taken.
 * Returns the origin.
 */
export async function listen(server: Server, port: number, what: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, what, error) : error);
    });
    server.listen(port, LOCAL_HOST, resolve);
  });
  return `http://${LOCAL_HOST}:${(server.address() as AddressInfo).port}`;
}

/** Ends a server at once, open connections included. */
export async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/**
 * The port to give to a part that takes no "any free port": the wanted one after a look whether it
 * is free, or one that was free a moment ago.
 */
export async function claimPort(port: number, what: string): Promise<number> {
  const probe = createTcpServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, what, error) : error);
    });
    probe.listen(port, LOCAL_HOST, resolve);
  });
  const claimed = (probe.address() as AddressInfo).port;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return claimed;
}

/** Starts a small HTTP part; what the handler throws is answered 500 with its message. */
export async function serve(
  options: { port?: number | undefined; what: string },
  handle: (
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ) => Promise<Answer | null>,
): Promise<Part> {
  const server = createServer((request, response) => {
    void answer(request, response, handle);
  });
  const endpoint = await listen(server, options.port ?? 0, options.what);
  return { endpoint, stop: () => close(server) };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  handle: (
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ) => Promise<Answer | null>,
): Promise<void> {
  try {
    const result = await handle(request, await readBody(request), response);
    if (result) send(response, result);
  } catch (error) {
    if (response.destroyed) return;
    const message = error instanceof Error ? error.message : String(error);
    send(response, { status: 500, headers: { 'content-type': 'text/plain' }, body: message });
  }
}

export function send(response: ServerResponse, answer: Answer): void {
  if (response.destroyed || response.headersSent) return;
  const body = Buffer.from(answer.body ?? '');
  response.writeHead(answer.status, { ...answer.headers, 'content-length': body.length });
  response.end(body);
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Tries until the condition holds; rejects with `message` when it does not in time. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  options: { timeoutMs: number; message: string; everyMs?: number },
): Promise<void> {
  const end = performance.now() + options.timeoutMs;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(options.message);
    await new Promise((resolve) => setTimeout(resolve, options.everyMs ?? 25));
  }
}
