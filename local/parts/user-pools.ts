import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ControlClock } from './clock.ts';
import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from './constants.ts';
import { claimPort, type Part } from './http.ts';
import type { Order, Reply } from './user-pools-process.ts';

/** Properties of a resolved `AWS::Cognito::UserPool`. */
export type UserPoolProperties = { UserPoolName: string; [other: string]: unknown };
/** Properties of a resolved `AWS::Cognito::UserPoolClient`. */
export type UserPoolClientProperties = {
  UserPoolId: string;
  ClientName?: string;
  [other: string]: unknown;
};

export type CreatedPool = {
  id: string;
  arn: string;
  /** the `iss` of its tokens, word for word what a template's authorizer names */
  issuer: string;
  /** where its keys really are on this machine */
  jwksUri: string;
};

export type UserPools = Part & {
  createUserPool(properties: UserPoolProperties): Promise<CreatedPool>;
  createClient(properties: UserPoolClientProperties): Promise<{ id: string }>;
  /** resolves when the last change of the control clock has reached the process */
  clockSettled(): Promise<void>;
};

const ISSUER_ORIGIN = `https://cognito-idp.${LOCAL_REGION}.amazonaws.com`;

/** The pool's id follows from its name, so that it is the same in every run and known beforehand. */
export function userPoolId(name: string): string {
  return `${LOCAL_REGION}_${alphanumeric(`pool ${name}`).slice(0, 9)}`;
}

export function userPoolClientId(poolId: string, clientName: string): string {
  return alphanumeric(`client ${poolId} ${clientName}`).slice(0, 26);
}

/**
 * Cognito user pools by `cognito-local`, in a process of their own that runs under the control
 * clock and ends with this one. Users, tokens and the signing key are kept in `dataDir`; passwords
 * lie there in the clear, readable by this user alone.
 *
 * Differs from Cognito: no lock-out after wrong tries, no `origin_jti`, `auth_time` moves with a
 * refresh, one refresh token serves every client of its pool.
 */
export async function startUserPools(options: {
  port?: number;
  dataDir: string;
  clock: ControlClock;
}): Promise<UserPools> {
  const port = await claimPort(options.port ?? 0, 'user pools');
  await mkdir(options.dataDir, { recursive: true });
  const child = fork(fileURLToPath(new URL('./user-pools-process.ts', import.meta.url)), {
    execArgv: [], // not the parent's inspector or loaders
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    detached: true, // Ctrl-C reaches the parent only
  });
  const order = ordersTo(child);
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    if (child.connected) child.disconnect();
    else child.kill('SIGKILL');
    await gone;
  };

  let settled: Promise<unknown> = Promise.resolve();
  const endWatch = options.clock.onChange((offsetMs) => {
    settled = order({ kind: 'clock', offsetMs });
    settled.catch(() => {}); // a process that ended tells so at the next call
  });
  try {
    const endpoint = String(
      await order({
        kind: 'start',
        port,
        dataDir: options.dataDir,
        issuerOrigin: ISSUER_ORIGIN,
        offsetMs: options.clock.offsetMs,
      }),
    );
    return {
      endpoint,
      async stop() {
        endWatch();
        await stop();
      },
      async clockSettled() {
        await settled;
      },
      async createUserPool(properties) {
        const id = userPoolId(properties.UserPoolName);
        await order({ kind: 'pool', id, properties });
        return {
          id,
          arn: `arn:aws:cognito-idp:${LOCAL_REGION}:${LOCAL_ACCOUNT_ID}:userpool/${id}`,
          issuer: `${ISSUER_ORIGIN}/${id}`,
          jwksUri: `${endpoint}/${id}/.well-known/jwks.json`,
        };
      },
      async createClient(properties) {
        const id = userPoolClientId(properties.UserPoolId, properties.ClientName ?? '');
        await order({ kind: 'client', id, properties });
        return { id };
      },
    };
  } catch (error) {
    endWatch();
    await stop();
    throw error;
  }
}

/** Sends orders to the process and matches its replies; a process that ends fails those waiting. */
function ordersTo(child: ChildProcess): (order: Order) => Promise<unknown> {
  const waiting = new Map<number, (reply: Reply) => void>();
  let count = 0;
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2_000);
  });
  child.on('message', (reply: Reply) => {
    waiting.get(reply.number)?.(reply);
    waiting.delete(reply.number);
  });
  const fail = () => {
    for (const [number, settle] of waiting) {
      settle({ number, error: `user pools have ended. ${complaint.trim()}` });
    }
    waiting.clear();
  };
  child.once('exit', fail);
  child.once('error', fail);
  return (order) =>
    new Promise((resolve, reject) => {
      count += 1;
      const number = count;
      waiting.set(number, ({ result, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(error));
      });
      if (child.connected) child.send({ number, order });
      else fail();
    });
}

function alphanumeric(text: string): string {
  const digest = createHash('sha256').update(text).digest('hex');
  return BigInt(`0x${digest}`).toString(36);
}
