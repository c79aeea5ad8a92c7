import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { EmailMessage, SmsMessage } from '../../domain/notifications/provider.ts';
import { sesProvider } from '../../functions/shared/email-sender.ts';
import { readTwilioCredentials, twilioProvider } from '../../functions/shared/sms-sender.ts';
import { ControlClock } from '../../local/parts/clock.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/parts/constants.ts';
import { type FaultMode, Faults } from '../../local/parts/faults.ts';
import { type MailPart, startMail } from '../../local/parts/mail.ts';
import { RequestLog } from '../../local/parts/requests.ts';
import { startTwilio, type TwilioPart } from '../../local/parts/twilio.ts';

let dataDir: string;
let faults: Faults;
let clock: ControlClock;
let stop: (() => Promise<unknown>)[];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'notifications-providers-'));
  faults = new Faults();
  clock = new ControlClock();
  stop = [];
});
afterEach(async () => {
  for (const part of stop) await part();
  await rm(dataDir, { recursive: true, force: true });
});

const fault = (provider: 'ses' | 'twilio', mode: FaultMode, extra: object = {}) =>
  faults.set({ provider, mode, count: 1, ...extra });

describe('SES through its stand-in', () => {
  const mail = (overrides: Partial<EmailMessage> = {}): EmailMessage => ({
    notificationId: 'ntf_01kat5n8x0e4vv6h7w7b1q2r3s',
    correlationId: 'req-1',
    from: { name: 'Blåbærkøbing Køreskole' },
    replyTo: 'kontor@school.example',
    to: { name: 'Åse', address: 'aase@mail.example' },
    subject: 'Velkommen, Åse',
    html: '<p>Kære Åse</p>',
    text: 'Kære Åse',
    date: '2026-11-23T08:00:00.000Z',
    ...overrides,
  });

  async function start(): Promise<{ part: MailPart; provider: ReturnType<typeof sesProvider> }> {
    const part = await startMail({ dataDir, clock, faults, requests: new RequestLog(clock) });
    const client = new SESClient({
      endpoint: part.endpoint,
      region: LOCAL_REGION,
      credentials: LOCAL_CREDENTIALS,
      maxAttempts: 1,
      // as the sender's own, but impatient
      requestHandler: { requestTimeout: 300, throwOnRequestTimeout: true },
    });
    stop.push(
      async () => client.destroy(),
      () => part.stop(),
    );
    return {
      part,
      provider: sesProvider(client, {
        senderEmail: 'no-reply@just-driving.example',
        configurationSet: 'just-driving-dev-mail',
      }),
    };
  }

  test('a mail arrives as it was written, and its id comes back', async () => {
    const { part, provider } = await start();
    const { providerId } = await provider.send(mail());

    expect(providerId).not.toBe('unknown');
    expect(part.list()).toHaveLength(1);
    expect(part.list()[0]).toMatchObject({ subject: 'Velkommen, Åse' });
    expect(JSON.stringify(part.list()[0])).toContain('aase@mail.example');
  });

  test.each([
    ['500', 'retry'],
    ['429', 'retry'],
    ['400', 'refused'],
    ['timeout', 'retry'],
    ['accept_then_timeout', 'retry'],
  ] as const)('%s is told as %s', async (mode, kind) => {
    const { provider } = await start();
    fault('ses', mode);

    await expect(provider.send(mail())).rejects.toMatchObject({ name: 'ProviderError', kind });
  });

  test('Throttling is to be tried again although it is a 400, after the time it asks for', async () => {
    const { provider } = await start();
    fault('ses', '400', { code: 'Throttling', retryAfter: 7 });

    await expect(provider.send(mail())).rejects.toMatchObject({
      kind: 'retry',
      code: 'ses_Throttling',
      retryAfterSeconds: 7,
    });
  });

  test('an address that is none never leaves the house', async () => {
    const { part, provider } = await start();
    const to = { name: null, address: 'a@b.example\r\nBcc: c@d.example' };

    await expect(provider.send(mail({ to }))).rejects.toMatchObject({
      kind: 'refused',
      code: 'invalid_address',
    });
    expect(part.list()).toEqual([]);
  });
});

describe('Twilio through its stand-in', () => {
  const sms = (overrides: Partial<SmsMessage> = {}): SmsMessage => ({
    notificationId: 'ntf_01kat5n8x0e4vv6h7w7b1q2r3s',
    to: '+4520123456',
    body: 'Hej Åse, æøå & = +',
    ...overrides,
  });

  async function start(): Promise<{
    part: TwilioPart;
    provider: ReturnType<typeof twilioProvider>;
  }> {
    const part = await startTwilio({ dataDir, clock, faults, requests: new RequestLog(clock) });
    stop.push(() => part.stop());
    const provider = twilioProvider(readTwilioCredentials(JSON.stringify(part.account)), {
      apiUrl: part.endpoint,
      timeoutMs: 300,
    });
    return { part, provider };
  }
  const longAgo = '2020-01-01T00:00:00.000Z';

  test('a message arrives as it was written, and is found again', async () => {
    const { part, provider } = await start();
    const { providerId } = await provider.send(sms());

    expect(part.list()).toMatchObject([
      { id: providerId, to: ['+4520123456'], text: 'Hej Åse, æøå & = +' },
    ]);
    expect(await provider.find(sms(), longAgo)).toEqual({ providerId });
    expect(await provider.find(sms({ body: 'other' }), longAgo)).toBeNull();
    expect(await provider.find(sms({ to: '+4520123457' }), longAgo)).toBeNull();
  });

  test('a message from before the first try is another one', async () => {
    const { provider } = await start();
    clock.set('2027-05-01T08:00:00Z');
    await provider.send(sms());

    expect(await provider.find(sms(), '2027-05-01T09:00:00.000Z')).toBeNull();
    expect(await provider.find(sms(), '2027-05-01T07:59:59.000Z')).not.toBeNull();
  });

  test('taken without an answer: a doubtful end, and the look-up knows', async () => {
    const { provider } = await start();
    fault('twilio', 'accept_then_timeout');

    await expect(provider.send(sms())).rejects.toMatchObject({
      kind: 'retry',
      code: 'twilio_timeout',
    });
    expect(await provider.find(sms(), longAgo)).toMatchObject({
      providerId: expect.stringMatching(/^SM/),
    });
  });

  test.each([
    ['500', {}, 'retry', 'twilio_20500'],
    ['429', { retryAfter: 3 }, 'retry', 'twilio_20429'],
    ['400', {}, 'refused', 'twilio_21211'],
    ['400', { code: 21610 }, 'refused', 'twilio_21610'],
    ['timeout', {}, 'retry', 'twilio_timeout'],
  ] as const)('%s %o is told as %s %s', async (mode, extra, kind, code) => {
    const { provider } = await start();
    fault('twilio', mode, extra);

    await expect(provider.send(sms())).rejects.toMatchObject({ name: 'ProviderError', kind, code });
  });

  test('a wrong token is our fault, not the number’s', async () => {
    const { part } = await start();
    const provider = twilioProvider(
      { ...part.account, authToken: 'wrong' },
      { apiUrl: part.endpoint },
    );

    await expect(provider.send(sms())).rejects.toMatchObject({
      kind: 'retry',
      code: 'twilio_20003',
    });
  });
});
