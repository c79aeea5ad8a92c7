/**
 * The process that user pools run in: under the control clock, so that tokens begin and end by it.
 * Started by `user-pools.ts`, told over IPC, gone as soon as its parent is.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { replaceDate } from './control-date.ts';
import { type Answer, serve } from './http.ts';
import { type Body, type Core, ensureClient, ensurePool, openCore } from './user-pools-core.ts';
import { answerAction } from './user-pools-rules.ts';

export type Order =
  | { kind: 'start'; port: number; dataDir: string; issuerOrigin: string; offsetMs: number }
  | { kind: 'clock'; offsetMs: number }
  | { kind: 'pool'; id: string; properties: Body }
  | { kind: 'client'; id: string; properties: Body };
export type Told = { number: number; order: Order };
export type Reply = { number: number; result?: unknown; error?: string };

let offset = 0;
let core: Core | undefined;
let queue: Promise<unknown> = Promise.resolve();

replaceDate(() => offset);
process.on('disconnect', () => process.exit(0));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {}); // the parent ends us
process.on('message', ({ number, order }: Told) => {
  carryOut(order).then(
    (result) => process.send?.({ number, result } satisfies Reply),
    (error: Error) => process.send?.({ number, error: error.message } satisfies Reply),
  );
});

async function carryOut(order: Order): Promise<unknown> {
  if (order.kind === 'clock') {
    offset = order.offsetMs;
    return null;
  }
  if (order.kind === 'start') {
    offset = order.offsetMs;
    core = await openCore(order.dataDir, order.issuerOrigin);
    return (await serve({ port: order.port, what: 'user pools' }, answer)).endpoint;
  }
  const opened = running();
  return inTurn(() =>
    order.kind === 'pool'
      ? ensurePool(opened, order.id, order.properties)
      : ensureClient(opened, order.id, order.properties),
  );
}

/** One at a time: `cognito-local` reads a user, waits, and writes the whole user back. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work);
  queue = turn.catch(() => {});
  return turn;
}

function running(): Core {
  if (!core) throw new Error('user pools are not started');
  return core;
}

async function answer(request: IncomingMessage, body: Buffer): Promise<Answer> {
  if (request.method === 'GET') {
    if (!request.url?.endsWith('/.well-known/jwks.json')) return { status: 404 };
    return json(200, { keys: [running().jwk] }, 'application/json');
  }
  const action = String(request.headers['x-amz-target'] ?? '').split('.')[1] ?? '';
  try {
    const parsed = JSON.parse(body.toString('utf8') || '{}') as Body;
    return json(200, await inTurn(() => answerAction(running(), action, parsed)));
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    // Without a code it is no refusal of the service's but a gap or a fault here.
    const type = typeof code === 'string' ? code : 'InternalErrorException';
    return json(typeof code === 'string' ? 400 : 500, { __type: type, message });
  }
}

function json(status: number, value: unknown, type = 'application/x-amz-json-1.1'): Answer {
  // The service writes instants as seconds; a Date would serialize itself before a replacer sees it.
  const body = JSON.stringify(value, function (this: Record<string, unknown>, key, entry) {
    const original = this[key];
    return original instanceof Date ? original.getTime() / 1_000 : entry;
  });
  return {
    status,
    headers: { 'content-type': type, 'x-amzn-requestid': randomUUID() },
    body,
  };
}
