import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import {
  type AllowList,
  isAllowed,
  isPublicAddress,
  literalAddress,
} from '../../domain/integrations/address-guard.ts';
import type { OutgoingCall, WebhookCaller } from '../../domain/integrations/deliver-webhook.ts';
import { RemoteError } from '../../domain/integrations/remote-error.ts';
import { readRetryAfter } from './retry.ts';
import { addressesOf } from './webhook-resolver.ts';

export type WebhookCallerOptions = {
  allowList: AllowList;
  /** origin of a forward proxy that makes the calls, or null */
  egressUrl: string | null;
  timeoutMs?: number;
  resolve?: (hostname: string) => Promise<readonly string[]>;
};

const TIMEOUT_MS = 5_000;

/**
 * Calls the addresses that schools name, one try each. The name is resolved here, every address is
 * judged, and the connection goes to the very address that was judged: a name that changes its mind
 * between the two (DNS rebinding) changes nothing. No redirect is followed, no answer is read.
 */
export function webhookCaller({
  allowList,
  egressUrl,
  timeoutMs = TIMEOUT_MS,
  resolve = addressesOf,
}: WebhookCallerOptions): WebhookCaller {
  return {
    async post(call) {
      const url = new URL(call.url);
      const allowed = isAllowed(url, allowList);
      if (!allowed && url.protocol !== 'https:') throw refused('plain_http');
      const address = await judged(url, { allowed, proxied: egressUrl !== null, resolve });
      const options = egressUrl === null ? direct(url, address) : through(egressUrl, url);
      return send(call, options, timeoutMs);
    },
  };
}

type Target = RequestOptions & { secure: boolean; servername?: string };

/** The address to connect to. Throws unless each address of the host is public, or configuration allows it. */
async function judged(
  url: URL,
  how: {
    allowed: boolean;
    proxied: boolean;
    resolve: (hostname: string) => Promise<readonly string[]>;
  },
): Promise<string> {
  const literal = literalAddress(url);
  let addresses: readonly string[];
  try {
    addresses = literal ? [literal] : await how.resolve(url.hostname);
  } catch (cause) {
    if (how.proxied) return url.hostname;
    throw new RemoteError('retry', 'webhook_unresolved', { cause });
  }
  const [first] = addresses;
  if (first === undefined) {
    if (how.proxied) return url.hostname;
    throw new RemoteError('retry', 'webhook_unknown_host');
  }
  if (!how.allowed && !addresses.every(isPublicAddress)) throw refused('private_address');
  return first;
}

/** Tried again like any failure: the name may lead elsewhere tomorrow. */
function refused(code: string): RemoteError {
  return new RemoteError('retry', `webhook_${code}`);
}

function direct(url: URL, address: string): Target {
  const secure = url.protocol === 'https:';
  return {
    secure,
    host: address,
    port: url.port || (secure ? 443 : 80),
    path: `${url.pathname}${url.search}`,
    headers: { host: url.host },
    // The certificate is that of the name, whatever address we go to.
    ...(secure && literalAddress(url) === null && { servername: url.hostname }),
  };
}

/** As any client of a forward proxy: the whole address is the path. */
function through(egressUrl: string, url: URL): Target {
  const { hostname, port } = new URL(egressUrl);
  return { secure: false, host: hostname, port, path: url.href, headers: { host: url.host } };
}

function send(
  { body, headers }: OutgoingCall,
  { secure, ...target }: Target,
  timeoutMs: number,
): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)({
      ...target,
      method: 'POST',
      agent: false,
      headers: {
        ...headers,
        ...(target.headers as Record<string, string>),
        'content-length': String(Buffer.byteLength(body)),
      },
    });
    // The whole call, from connecting to the status: a server that drips bytes does not hold us.
    const timer = setTimeout(() => {
      request.destroy();
      reject(new RemoteError('retry', 'webhook_timeout'));
    }, timeoutMs);
    const done = (settle: () => void) => {
      clearTimeout(timer);
      settle();
    };
    request.once('error', (cause) =>
      done(() => reject(new RemoteError('retry', 'webhook_unreachable', { cause }))),
    );
    request.once('response', (response) => {
      const status = response.statusCode ?? 0;
      response.destroy();
      done(() =>
        status >= 200 && status < 300
          ? resolve({ status })
          : reject(failure(status, response.headers)),
      );
    });
    request.end(body);
  });
}

function failure(status: number, headers: Record<string, string | string[] | undefined>) {
  const retryAfter = headers['retry-after'];
  return new RemoteError('retry', `webhook_${status}`, {
    status,
    retryAfterSeconds: readRetryAfter(
      typeof retryAfter === 'string' ? retryAfter : null,
      new Date(),
    ),
  });
}
