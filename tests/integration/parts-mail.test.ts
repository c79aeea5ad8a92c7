import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendEmailCommand, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ControlClock } from '../../local/parts/clock.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/parts/constants.ts';
import { Faults } from '../../local/parts/faults.ts';
import { type MailPart, startMail } from '../../local/parts/mail.ts';
import { RequestLog } from '../../local/parts/requests.ts';

let dataDir: string;
let mail: MailPart;
let client: SESClient;
let clock: ControlClock;
let faults: Faults;
let requests: RequestLog;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'parts-mail-'));
  clock = new ControlClock();
  faults = new Faults();
  requests = new RequestLog(clock);
  mail = await startMail({ dataDir, clock, faults, requests });
  client = new SESClient({
    endpoint: mail.endpoint,
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await mail.stop();
  await rm(dataDir, { recursive: true, force: true });
});

const compose = async (message: object) =>
  (
    await createTransport({ streamTransport: true, buffer: true, newline: 'windows' }).sendMail(
      message,
    )
  ).message as Buffer;
const sendRaw = async (raw: Buffer | string, Destinations?: string[]) =>
  client.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(raw) },
      ...(Destinations && { Destinations }),
    }),
  );
const welcome = (overrides: object = {}) =>
  compose({
    from: 'Blåbærkøbing Køreskole <hej@koereskole.example>',
    to: 'Åse Sørensen <aase@example.com>',
    subject: 'Velkommen til køreskolen, Åse 🚗',
    text: 'Kære Åse\næøå',
    html: '<p>Kære Åse æøå</p>',
    headers: { 'X-Notification': 'ntf_1' },
    ...overrides,
  });

describe('the mail part', () => {
  test('a raw mail arrives whole, letters beyond ASCII included, at control time', async () => {
    clock.set('2027-05-01T08:00:00Z');

    const { MessageId } = await sendRaw(
      await welcome({ attachments: [{ filename: 'faktura.pdf', content: 'PDF' }] }),
      ['aase@example.com', 'hidden@example.com'],
    );

    expect(MessageId).toMatch(/^ses-\d{9}$/);
    expect(mail.list()).toMatchObject([
      {
        id: MessageId,
        from: 'hej@koereskole.example',
        to: ['aase@example.com'],
        cc: [],
        bcc: ['hidden@example.com'],
        subject: 'Velkommen til køreskolen, Åse 🚗',
        text: 'Kære Åse\næøå',
        html: '<p>Kære Åse æøå</p>',
        headers: { 'x-notification': 'ntf_1' },
        attachments: [
          { filename: 'faktura.pdf', size: 3, content: Buffer.from('PDF').toString('base64') },
        ],
      },
    ]);
    expect(mail.list()[0]?.at).toMatch(/^2027-05-01T08:00:0/);
    expect(mail.list()[0]?.raw).toContain('X-Notification: ntf_1');
  });

  test('the inbox page is at the root, and looking at it is no request to the provider', async () => {
    await sendRaw(await welcome());

    const page = await fetch(mail.endpoint);
    const store = (await (await fetch(`${mail.endpoint}/store`)).json()) as { emails: unknown[] };

    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<html');
    expect(store.emails).not.toHaveLength(0);
    expect(requests.list('ses')).toHaveLength(1);
  });

  test('the mails outlive a restart', async () => {
    await sendRaw(await welcome());
    await mail.stop();
    mail = await startMail({ dataDir, clock, faults, requests });
    expect(mail.list().map((entry) => entry.to)).toEqual([['aase@example.com']]);
  });

  test.each([
    ['an address without a domain', { to: 'not-an-email' }, /Missing final '@domain'|header 'To'/],
    ['no recipient at all', { to: undefined }, /header 'To'/],
    ['a domain with illegal signs', { to: 'a@exa_mple..com' }, /Domain contains illegal character/],
    ['no sender', { from: undefined }, /header 'From'/],
  ])('refuses %s as the service does', async (_, overrides, message) => {
    const sending = sendRaw(await welcome(overrides));
    await expect(sending).rejects.toMatchObject({
      name: 'InvalidParameterValue',
      message: expect.stringMatching(message),
      $metadata: { httpStatusCode: 400, attempts: 1 },
    });
    expect(mail.list()).toEqual([]);
  });

  test('refuses doubled and broken headers, which is what an injected line makes', async () => {
    const head = 'From: a@example.com\r\nTo: b@example.com\r\nSubject: hi\r\n';
    await expect(sendRaw(`${head}To: c@example.com\r\n\r\ntext`)).rejects.toThrow(
      "Duplicate header 'to'",
    );
    await expect(sendRaw(`${head}no colon here\r\n\r\ntext`)).rejects.toThrow(
      'Header line has no name',
    );
    await expect(sendRaw(`${head}X-A: b\nBcc: x@example.com\r\n\r\ntext`)).rejects.toThrow(
      'bare CR or LF',
    );
  });

  test('refuses more than 50 recipients', async () => {
    const many = Array.from({ length: 51 }, (_, index) => `p${index}@example.com`);
    await expect(sendRaw(await welcome(), many)).rejects.toThrow('Recipient count exceeds 50.');
  });

  test('the plain SendEmail works too, and refuses a line break in a subject', async () => {
    const send = (subject: string) =>
      client.send(
        new SendEmailCommand({
          Source: 'a@example.com',
          Destination: { ToAddresses: ['b@example.com'], CcAddresses: ['c@example.com'] },
          Message: { Subject: { Data: subject }, Body: { Text: { Data: 'æ' } } },
        }),
      );
    await send('hej');
    await expect(send('a\r\nBcc: x@example.com')).rejects.toThrow('CR or LF');
    expect(mail.list()).toMatchObject([
      { to: ['b@example.com'], cc: ['c@example.com'], text: 'æ' },
    ]);
  });

  test.each([
    [{ mode: '500' }, { name: 'InternalFailure', $fault: 'server' }, 500],
    [{ mode: '500', code: 'ServiceUnavailable' }, { name: 'ServiceUnavailable' }, 503],
    [{ mode: '429' }, { name: 'Throttling', message: 'Maximum sending rate exceeded.' }, 400],
    [{ mode: '400' }, { name: 'MessageRejected', $fault: 'client' }, 400],
    [
      { mode: '400', code: 'AccountSendingPausedException' },
      { name: 'AccountSendingPausedException' },
      400,
    ],
  ] as const)('the fault %o reaches the SDK as %o', async (fault, expected, httpStatusCode) => {
    faults.set({ provider: 'ses', count: 1, ...fault });

    await expect(sendRaw(await welcome())).rejects.toMatchObject({
      ...expected,
      $metadata: { httpStatusCode, attempts: 1 },
    });
    await sendRaw(await welcome());

    expect(mail.list()).toHaveLength(1);
    expect(requests.list('ses').map((request) => request.status)).toEqual([httpStatusCode, 200]);
  });
});
