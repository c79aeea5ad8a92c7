import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  isAllowed,
  isPublicAddress,
  literalAddress,
  readAllowList,
} from '../../domain/integrations/address-guard.ts';
import { checkedUrl } from '../../domain/integrations/webhook-url.ts';
import { webhookCaller } from '../../functions/shared/webhook-caller.ts';

describe('an address', () => {
  it.each([
    ...['127.0.0.1', '127.255.255.254', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '100.127.255.255', '0.0.0.0', '255.255.255.255'],
    ...['224.0.0.1', '240.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1'],
    ...['::', '::1', 'fc00::1', 'fd12:3456::1', 'fe80::1', 'fec0::1', 'ff02::1', '2001:db8::1'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::127.0.0.1', '64:ff9b::a00:1', '2002:a00:1::'],
    ...['2001::1', '100::1', 'not an address', ''],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.15.255.255', '172.32.0.1', '100.63.255.255', '2606:4700::1'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  it('in a private IPv4 range is refused however an IPv6 address carries it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), (a, b) => {
        for (const address of [`10.${a}.${b}.1`, `192.168.${a}.${b}`, `127.${a}.${b}.1`]) {
          expect(isPublicAddress(address)).toBe(false);
          expect(isPublicAddress(`::ffff:${address}`)).toBe(false);
          expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false);
        }
      }),
    );
  });

  it.each([
    ['https://0x7f.1/', '127.0.0.1'],
    ['https://2130706433/', '127.0.0.1'],
    ['https://[::1]/', '::1'],
    ['https://example.com/', null],
  ])('is read out of %s as %s', (url, literal) => {
    expect(literalAddress(new URL(url))).toBe(literal);
  });
});

describe('the allow-list', () => {
  it('names hosts with their ports; a star is any port but the one of the scheme', () => {
    const list = readAllowList('127.0.0.1:*, hooks.internal:8443');

    expect(isAllowed(new URL('http://127.0.0.1:4000/x'), list)).toBe(true);
    expect(isAllowed(new URL('https://127.0.0.1/x'), list)).toBe(false);
    expect(isAllowed(new URL('https://hooks.internal:8443/x'), list)).toBe(true);
    expect(isAllowed(new URL('https://hooks.internal:9000/x'), list)).toBe(false);
    expect(isAllowed(new URL('http://127.0.0.1:4000/x'), readAllowList('none'))).toBe(false);
  });
});

describe('the address of an endpoint', () => {
  const check = (url: string, addresses: readonly string[] | null) =>
    checkedUrl(url, { allowList: [], addressesOf: async () => addresses });

  it('is refused when any address of its host is private, and taken when all are public', async () => {
    await expect(check('https://a.example/x#part', ['8.8.8.8', '1.1.1.1'])).resolves.toBe(
      'https://a.example/x',
    );
    await expect(check('https://a.example', ['8.8.8.8', '10.0.0.1'])).rejects.toMatchObject({
      details: { errors: [{ path: '/url', code: 'private_address' }] },
    });
    await expect(check('https://a.example', [])).rejects.toMatchObject({
      details: { errors: [{ code: 'unknown_host' }] },
    });
    await expect(check('https://a.example', null)).resolves.toBe('https://a.example/');
  });
});

describe('a delivery', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
  });

  async function listening(handle: (request: IncomingMessage) => number | null) {
    const server = createServer((request, response) => {
      const status = handle(request);
      if (status !== null) response.writeHead(status, { 'retry-after': '7', location: '/x' }).end();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  }

  const call = (url: string) => ({ url, headers: { 'x-a': 'b' }, body: '{}' });

  it('goes to the very address that was judged, though the name changes its mind', async () => {
    const hosts: unknown[] = [];
    const port = await listening(({ headers }) => {
      hosts.push(headers.host);
      return 204;
    });
    let looked = 0;
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const caller = webhookCaller({
      allowList: [`rebinding.example:${port}`],
      egressUrl: null,
      resolve: async () => answers[looked++] ?? [],
    });

    await expect(caller.post(call(`http://rebinding.example:${port}/in`))).resolves.toEqual({
      status: 204,
    });

    expect(looked).toBe(1);
    expect(hosts).toEqual([`rebinding.example:${port}`]);
  });

  it.each([
    ['https://a.example/in', ['10.0.0.1'], 'webhook_private_address'],
    ['https://a.example/in', ['8.8.8.8', '::1'], 'webhook_private_address'],
    ['https://169.254.169.254/in', [], 'webhook_private_address'],
    ['http://a.example/in', ['8.8.8.8'], 'webhook_plain_http'],
    ['https://a.example/in', [], 'webhook_unknown_host'],
  ])('to %s at %j connects to nothing', async (url, addresses, code) => {
    const caller = webhookCaller({
      ...{ allowList: [], egressUrl: null, resolve: async () => addresses },
    });

    await expect(caller.post(call(url))).rejects.toMatchObject({ kind: 'retry', code });
  });

  it('through a proxy is judged all the same', async () => {
    const seen: unknown[] = [];
    const port = await listening(({ url }) => {
      seen.push(url);
      return 200;
    });
    const caller = webhookCaller({
      ...{ allowList: [], egressUrl: `http://127.0.0.1:${port}` },
      resolve: async (name) => (name === 'inner.example' ? ['10.0.0.1'] : ['8.8.8.8']),
    });

    await caller.post(call('https://outer.example/in?x=1'));
    await expect(caller.post(call('https://inner.example/in'))).rejects.toMatchObject({
      code: 'webhook_private_address',
    });

    expect(seen).toEqual(['https://outer.example/in?x=1']);
  });

  it.each([301, 302, 307, 400, 404, 410, 429, 500, 503])(
    'answered %i is to be tried again, with what the receiver asked for',
    async (status) => {
      const port = await listening(() => status);
      const caller = webhookCaller({ allowList: ['127.0.0.1:*'], egressUrl: null });

      await expect(caller.post(call(`http://127.0.0.1:${port}/in`))).rejects.toMatchObject({
        ...{ kind: 'retry', code: `webhook_${status}`, status, retryAfterSeconds: 7 },
      });
    },
  );

  it('without an answer ends by its timeout', async () => {
    const port = await listening(() => null);
    const caller = webhookCaller({ allowList: ['127.0.0.1:*'], egressUrl: null, timeoutMs: 50 });

    await expect(caller.post(call(`http://127.0.0.1:${port}/in`))).rejects.toMatchObject({
      code: 'webhook_timeout',
    });
  });
});
