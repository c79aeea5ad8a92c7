import { describe, expect, test } from 'vitest';
import { ControlClock } from '../../local/parts/clock.ts';
import { Faults } from '../../local/parts/faults.ts';
import { type Received, startFront } from '../../local/parts/front.ts';
import { waitUntil } from '../../local/parts/http.ts';
import { RequestLog } from '../../local/parts/requests.ts';

describe('the control clock', () => {
  test('runs on from the instant given, and returns to real time', () => {
    let real = Date.parse('2026-11-23T10:00:00Z');
    const clock = new ControlClock(() => real);
    const heard: number[] = [];
    const end = clock.onChange((offset) => heard.push(offset));

    clock.set('2027-03-28T00:59:59Z');
    real += 2_000;
    expect(clock.date().toISOString()).toBe('2027-03-28T01:00:01.000Z');
    expect(clock.offsetMs).toBe(Date.parse('2027-03-28T00:59:59Z') - (real - 2_000));
    clock.set(null);
    expect(clock.now()).toBe(real);
    end();
    clock.set('2030-01-01T00:00:00+01:00');
    expect(heard.at(-1)).toBe(0);
    expect(heard).toHaveLength(2);
  });

  test.each(['tomorrow', '2026-11-23', '2026-11-23T10:00:00', '2026-13-01T00:00:00Z', '1'])(
    'refuses %s, which is no instant with a zone',
    (text) => {
      expect(() => new ControlClock().set(text)).toThrow(RangeError);
    },
  );
});

describe('faults', () => {
  test('are counted down per provider; a new order replaces the last; 0 clears', () => {
    const faults = new Faults();
    faults.set({ provider: 'ses', mode: '500', count: 2 });
    faults.set({ provider: 'twilio', mode: '429', retryAfter: 3, code: 20429, count: 'forever' });

    expect([faults.take('ses'), faults.take('ses'), faults.take('ses')]).toEqual([
      { mode: '500' },
      { mode: '500' },
      null,
    ]);
    expect(faults.take('twilio')).toEqual({ mode: '429', retryAfter: 3, code: 20429 });
    faults.set({ provider: 'twilio', mode: '400', count: 1 });
    faults.set({ provider: 'twilio', mode: '400', count: 0 });
    expect(faults.take('twilio')).toBeNull();
  });

  test('an order that makes no sense names the field', () => {
    const set = (order: object) => () => new Faults().set(order as never);
    expect(set({ provider: 'fax', mode: '500', count: 1 })).toThrow('provider: fax');
    expect(set({ provider: 'ses', mode: '418', count: 1 })).toThrow('mode: 418');
    expect(set({ provider: 'ses', mode: '500', count: -1 })).toThrow('count: -1');
  });
});

describe('the request log', () => {
  test('keeps the last 5,000 of a provider, in the order they came, without credentials', () => {
    const clock = new ControlClock();
    clock.set('2027-01-01T00:00:00Z');
    const log = new RequestLog(clock);
    const request = {
      method: 'POST',
      path: '/',
      headers: { authorization: 'secret', a: 'b' },
      body: 'x'.repeat(9_000),
    };
    for (let count = 0; count < 5_001; count += 1) log.add('ses', request);
    log.add('twilio', request);

    expect(log.list('ses')).toHaveLength(5_000);
    expect(log.list('ses')[0]?.id).toBe(2);
    expect(log.list().at(-1)).toMatchObject({ provider: 'twilio', headers: { a: 'b' } });
    expect(log.list('twilio')[0]?.body).toHaveLength(8_000);
    expect(log.list('twilio')[0]?.at).toMatch(/^2027-01-01T00:00:0/);
    expect(JSON.stringify(log.list('twilio'))).not.toContain('secret');
  });
});

describe('the front before a stand-in', () => {
  async function arrange() {
    const requests = new RequestLog(new ControlClock());
    const faults = new Faults();
    const accepted: Received[] = [];
    const front = await startFront({
      provider: 'webhook',
      requests,
      faults,
      handle: async (received) => {
        accepted.push(received);
        return { status: 202, body: 'taken' };
      },
      refuse: (fault) => ({ status: Number(fault.mode), body: `refused ${fault.code}` }),
    });
    return { front, requests, faults, accepted };
  }

  test('answers the fault that is due and records it; the stand-in never hears of it', async () => {
    const { front, requests, faults, accepted } = await arrange();
    faults.set({ provider: 'webhook', mode: '429', code: 'slow', retryAfter: 7, count: 1 });

    const refused = await fetch(`${front.endpoint}/hook`, { method: 'POST', body: 'a' });
    const taken = await fetch(`${front.endpoint}/hook`, { method: 'POST', body: 'b' });

    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '7']);
    expect([taken.status, await taken.text()]).toEqual([202, 'taken']);
    expect(accepted.map((received) => String(received.body))).toEqual(['b']);
    expect(requests.list('webhook')).toMatchObject([
      { path: '/hook', body: 'a', status: 429, fault: '429' },
      { path: '/hook', body: 'b', status: 202, fault: null },
    ]);
    await front.stop();
  });

  test('timeout never answers; accept_then_timeout lets it be taken first', async () => {
    const { front, requests, faults, accepted } = await arrange();
    const attempt = () =>
      fetch(front.endpoint, { method: 'POST', body: 'x', signal: AbortSignal.timeout(150) }).then(
        () => 'answered',
        (error: Error) => error.name,
      );
    faults.set({ provider: 'webhook', mode: 'timeout', count: 1 });
    expect(await attempt()).toBe('TimeoutError');
    expect(accepted).toHaveLength(0);

    faults.set({ provider: 'webhook', mode: 'accept_then_timeout', count: 1 });
    expect(await attempt()).toBe('TimeoutError');
    expect(accepted).toHaveLength(1);
    expect(requests.list('webhook').map((request) => request.status)).toEqual([null, null]);
    await front.stop();
  });

  test('stopping lets go of what it holds, and a taken port is one clear error', async () => {
    const { front, requests, faults } = await arrange();
    const port = Number(new URL(front.endpoint).port);
    await expect(
      startFront({
        port,
        provider: 'ses',
        requests,
        faults,
        handle: async () => ({ status: 200 }),
        refuse: () => ({ status: 500 }),
      }),
    ).rejects.toThrow(`port ${port} is already in use (wanted for the ses stand-in)`);

    faults.set({ provider: 'webhook', mode: 'timeout', count: 'forever' });
    const held = fetch(front.endpoint).catch((error: Error) => error.name);
    await waitUntil(() => requests.list().length === 1, {
      timeoutMs: 2_000,
      message: 'no request',
    });
    await front.stop();
    expect(await held).toBe('TypeError');
  });
});
