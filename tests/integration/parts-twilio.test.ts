import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import twilio from 'twilio';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ControlClock } from '../../local/parts/clock.ts';
import { Faults } from '../../local/parts/faults.ts';
import { close, listen, readBody } from '../../local/parts/http.ts';
import { RequestLog } from '../../local/parts/requests.ts';
import { smsSegments } from '../../local/parts/sms-segments.ts';
import { startTwilio, type TwilioPart } from '../../local/parts/twilio.ts';

let dataDir: string;
let part: TwilioPart;
let clock: ControlClock;
let faults: Faults;
let requests: RequestLog;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parts-twilio-'));
  clock = new ControlClock();
  faults = new Faults();
  requests = new RequestLog(clock);
  part = await startTwilio({ dataDir, clock, faults, requests });
});
afterEach(async () => {
  await part.stop();
  await rm(dataDir, { recursive: true, force: true });
});

type RequestOptions<T> = Parameters<typeof twilio.RequestClient.prototype.request<T>>[0];

/** The SDK knows one host; its HTTP client is where another can be put in. */
class ElsewhereClient extends twilio.RequestClient {
  override request<T>(options: RequestOptions<T>) {
    const uri = options.uri.replace('https://api.twilio.com', part.endpoint);
    return super.request<T>({ ...options, uri });
  }
}
const sdk = (authToken = part.account.authToken) =>
  twilio(part.account.accountSid, authToken, {
    httpClient: new ElsewhereClient({ timeout: 400 }),
    autoRetry: false,
  });
const sms = (overrides: object = {}) =>
  sdk().messages.create({
    to: '+4520123456',
    from: 'Koereskole',
    body: 'Hej Åse, æøå',
    ...overrides,
  });

describe('the Twilio part', () => {
  test('the SDK sends from an alphanumeric sender and looks the message up by time', async () => {
    clock.set('2027-05-01T08:00:00Z');
    const sent = await sms();
    clock.set('2027-05-01T09:00:00Z');
    const later = await sms({ body: 'en til', from: part.account.from });

    expect(sent).toMatchObject({ status: 'queued', numSegments: '1', from: 'Koereskole' });
    expect(sent.sid).toMatch(/^SM[0-9a-f]{32}$/);
    const since = (iso: string) =>
      sdk().messages.list({ to: '+4520123456', dateSentAfter: new Date(iso), limit: 20 });
    expect((await since('2027-05-01T07:59:00Z')).map((m) => m.sid)).toEqual([later.sid, sent.sid]);
    expect((await since('2027-05-01T08:59:00Z')).map((m) => m.body)).toEqual(['en til']);
    expect((await sdk().messages(sent.sid).fetch()).status).toBe('sent');
    expect(part.list()).toMatchObject([
      { id: sent.sid, to: ['+4520123456'], from: 'Koereskole', text: 'Hej Åse, æøå' },
      { id: later.sid },
    ]);
  });

  test('a long list comes in pages', async () => {
    for (let count = 0; count < 5; count += 1) await sms({ body: `nr ${count}` });
    const all = await sdk().messages.list({ pageSize: 2 });
    expect(all.map((message) => message.body)).toEqual(['nr 4', 'nr 3', 'nr 2', 'nr 1', 'nr 0']);
  });

  test.each([
    [{ to: '12345678' }, 21211],
    [{ from: '+4599999999' }, 21606],
    [{ from: 'far too long a sender' }, 21212],
    [{ body: '' }, 21602],
    [{ body: 'x'.repeat(1_601) }, 21617],
  ])('%o is refused with code %i', async (overrides, code) => {
    await expect(sms(overrides)).rejects.toMatchObject({ status: 400, code });
    expect(part.list()).toEqual([]);
  });

  test('a wrong token is 401, and the account is the same after a restart', async () => {
    await expect(
      sdk('wrong').messages.create({ to: '+4520123456', from: 'A', body: 'x' }),
    ).rejects.toMatchObject({ status: 401, code: 20003 });
    await sms();
    const { account } = part;
    await part.stop();

    part = await startTwilio({ dataDir, clock, faults, requests });

    expect(part.account).toEqual(account);
    expect(await sdk().messages.list()).toHaveLength(1);
  });

  test.each([
    [{ mode: '500' }, { status: 500, code: 20500 }],
    [
      { mode: '429', retryAfter: 2 },
      { status: 429, code: 20429 },
    ],
    [{ mode: '400' }, { status: 400, code: 21211 }],
    [
      { mode: '400', code: 21610 },
      { status: 400, code: 21610 },
    ],
  ] as const)('the fault %o reaches the SDK as %o', async (fault, expected) => {
    faults.set({ provider: 'twilio', count: 1, ...fault });
    await expect(sms()).rejects.toMatchObject({
      ...expected,
      moreInfo: `https://www.twilio.com/docs/errors/${expected.code}`,
    });
    await sms();
    expect(part.list()).toHaveLength(1);
  });

  test('after accept_then_timeout the message is found by looking it up', async () => {
    faults.set({ provider: 'twilio', mode: 'accept_then_timeout', count: 1 });
    await expect(sms()).rejects.toThrow(/timeout/);
    expect(await sdk().messages.list({ to: '+4520123456' })).toHaveLength(1);
  });

  test('a status callback is posted signed, as the SDK verifies it', async () => {
    const heard: { url: string; signature: string; form: Record<string, string> }[] = [];
    const server = createServer(async (request, response) => {
      heard.push({
        url: request.url ?? '',
        signature: String(request.headers['x-twilio-signature']),
        form: Object.fromEntries(new URLSearchParams(String(await readBody(request)))),
      });
      response.writeHead(204).end();
    });
    const origin = await listen(server, 0, 'the test');
    const statusCallback = `${origin}/webhooks/twilio/status`;
    const { sid } = await sms({ statusCallback });

    expect(await part.postStatus(sid, 'undelivered', 30003)).toEqual({ status: 204 });

    const [post] = heard;
    expect(post?.form).toMatchObject({
      MessageSid: sid,
      MessageStatus: 'undelivered',
      ErrorCode: '30003',
    });
    const { authToken } = part.account;
    expect(
      twilio.validateRequest(authToken, post?.signature ?? '', statusCallback, post?.form ?? {}),
    ).toBe(true);
    expect((await sdk().messages(sid).fetch()).status).toBe('undelivered');
    await expect(part.postStatus('SM0', 'sent')).rejects.toThrow('no SMS SM0');
    await close(server);
  });

  test('segments: æøå are GSM-7, a euro sign counts twice, a curly quote halves the room', () => {
    expect(smsSegments('å'.repeat(160))).toBe(1);
    expect(smsSegments('å'.repeat(161))).toBe(2);
    expect(smsSegments('€'.repeat(81))).toBe(2);
    expect(smsSegments('’'.repeat(70))).toBe(1);
    expect(smsSegments('’'.repeat(71))).toBe(2);
  });
});
