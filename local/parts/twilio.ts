import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type { ControlClock } from './clock.ts';
import type { Faults } from './faults.ts';
import { type Received, startFront } from './front.ts';
import type { Answer, Part } from './http.ts';
import { Journal, readJson, writeJson } from './json-file.ts';
import type { RequestLog } from './requests.ts';
import { smsSegments } from './sms-segments.ts';
import { twilioError, twilioFault } from './twilio-errors.ts';

export type TwilioAccount = { accountSid: string; authToken: string; from: string };

export type MessageStatus =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled';

/** An SMS that Twilio accepted, in the shape of the control address. */
export type Sms = {
  id: string;
  to: string[];
  cc: string[];
  bcc: string[];
  from: string;
  subject: '';
  text: string;
  html: '';
  headers: Record<string, string>;
  attachments: never[];
  /** the form that was posted */
  raw: string;
  /** by the control clock */
  at: string;
  status: MessageStatus;
  errorCode: number | null;
  segments: number;
  statusCallback: string | null;
};

export type TwilioPart = Part & {
  account: TwilioAccount;
  /** newest last */
  list(): Sms[];
  /**
   * Posts a status callback, correctly signed, to the address the message named. Returns what was
   * answered. Throws when the message is unknown or named no address.
   */
  postStatus(id: string, status: MessageStatus, errorCode?: number): Promise<{ status: number }>;
  /** Posts a form of the caller's making, correctly signed. */
  postForm(address: string, fields: Record<string, string>): Promise<{ status: number }>;
};

const E164 = /^\+[1-9]\d{6,14}$/;
/** Letters, digits and blanks, at most 11, at least one letter: a sender that cannot be answered. */
const ALPHANUMERIC_SENDER = /^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&]{1,11}$/;

/**
 * Twilio's Messages resource: create, list (To, From, DateSent), fetch; under the control clock and
 * kept in `dataDir`. Status callbacks are posted only when `postStatus` says so.
 */
export async function startTwilio(options: {
  port?: number;
  dataDir?: string;
  clock: ControlClock;
  requests: RequestLog;
  faults: Faults;
}): Promise<TwilioPart> {
  const account = openAccount(options.dataDir);
  const journal = new Journal<Sms>(options.dataDir ? join(options.dataDir, 'sms.jsonl') : null);
  const messages = new Map<string, Sms>();
  for (const entry of journal.entries) messages.set(entry.id, entry);
  const save = (message: Sms) => {
    messages.set(message.id, message);
    journal.add(message);
  };
  const base = `/2010-04-01/Accounts/${account.accountSid}/Messages`;

  const create = (received: Received): Answer => {
    const raw = received.body.toString('utf8');
    const form = new URLSearchParams(raw);
    const refusal = refusalOf(form, account);
    if (refusal) return twilioError(refusal);
    const text = form.get('Body') ?? '';
    const message: Sms = {
      id: `SM${randomBytes(16).toString('hex')}`,
      to: [form.get('To') ?? ''],
      cc: [],
      bcc: [],
      from: form.get('From') ?? account.from,
      subject: '',
      text,
      html: '',
      headers: {},
      attachments: [],
      raw,
      at: options.clock.date().toISOString(),
      status: 'sent', // by the time anybody looks it up
      errorCode: null,
      segments: smsSegments(text),
      statusCallback: form.get('StatusCallback'),
    };
    save(message);
    const resource = toResource(message, account);
    return json(201, { ...resource, status: 'queued', date_sent: null });
  };

  const list = (query: URLSearchParams): Answer => {
    const size = Math.min(Math.max(Number(query.get('PageSize') ?? 50), 1), 1_000);
    const page = Number(query.get('Page') ?? 0);
    const found = [...messages.values()].filter((message) => matches(message, query)).reverse();
    const link = (number: number) => {
      const next = new URLSearchParams(query);
      next.set('PageSize', String(size));
      next.set('Page', String(number));
      return `${base}.json?${next}`;
    };
    return json(200, {
      messages: found.slice(page * size, (page + 1) * size).map((m) => toResource(m, account)),
      page,
      page_size: size,
      start: page * size,
      end: Math.min((page + 1) * size, found.length) - 1,
      first_page_uri: link(0),
      previous_page_uri: page > 0 ? link(page - 1) : null,
      next_page_uri: (page + 1) * size < found.length ? link(page + 1) : null,
      uri: link(page),
    });
  };

  const handle = async (received: Received): Promise<Answer> => {
    const expected = Buffer.from(`${account.accountSid}:${account.authToken}`).toString('base64');
    if (received.headers.authorization !== `Basic ${expected}`) return twilioError(20003);
    const url = new URL(received.path, 'http://twilio');
    if (url.pathname === `${base}.json`) {
      if (received.method === 'POST') return create(received);
      if (received.method === 'GET') return list(url.searchParams);
    }
    const id = url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length + 1, -5) : '';
    const message = messages.get(id);
    if (received.method === 'GET' && message) return json(200, toResource(message, account));
    return twilioError(20404);
  };

  const post = async (address: string, fields: Record<string, string>) => {
    const form = { AccountSid: account.accountSid, ...fields };
    const answer = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
        'x-twilio-signature': getExpectedTwilioSignature(account.authToken, address, form),
      },
      body: new URLSearchParams(form).toString(),
      signal: AbortSignal.timeout(15_000),
    });
    return { status: answer.status };
  };

  const front = await startFront({ ...options, provider: 'twilio', handle, refuse: twilioFault });
  return {
    ...front,
    account,
    list: () => [...messages.values()],
    async postStatus(id, status, errorCode) {
      const message = messages.get(id);
      if (!message) throw new Error(`no SMS ${id}`);
      if (!message.statusCallback) throw new Error(`SMS ${id} names no status callback`);
      save({ ...message, status, errorCode: errorCode ?? null });
      return post(message.statusCallback, {
        ApiVersion: '2010-04-01',
        From: message.from,
        MessageSid: id,
        MessageStatus: status,
        SmsSid: id,
        SmsStatus: status,
        To: message.to[0] ?? '',
        ...(errorCode !== undefined && { ErrorCode: String(errorCode) }),
      });
    },
    postForm: post,
  };
}

/** The account is this data directory's own, so that no token of another one opens it. */
function openAccount(dataDir: string | undefined): TwilioAccount {
  const path = dataDir && join(dataDir, 'twilio-account.json');
  const kept = path && readJson<TwilioAccount>(path);
  if (kept) return kept;
  const account = {
    accountSid: `AC${randomBytes(16).toString('hex')}`,
    authToken: randomBytes(16).toString('hex'),
    from: '+4552510010',
  };
  if (path) writeJson(path, account);
  return account;
}

/** The code Twilio refuses this form with; null when it takes it. */
function refusalOf(form: URLSearchParams, account: TwilioAccount): number | null {
  const to = form.get('To');
  const from = form.get('From');
  const text = form.get('Body');
  if (!to) return 21604;
  if (!E164.test(to)) return 21211;
  if (!from && !form.get('MessagingServiceSid')) return 21603;
  if (from && from !== account.from) {
    if (E164.test(from)) return 21606;
    if (!ALPHANUMERIC_SENDER.test(from)) return 21212;
  }
  if (!text) return 21602;
  if (text.length > 1_600) return 21617;
  const callback = form.get('StatusCallback');
  return callback && !URL.canParse(callback) ? 21609 : null;
}

/** `DateSent>` is "at or after", `DateSent<` "at or before"; a date alone means that UTC day. */
function matches(message: Sms, query: URLSearchParams): boolean {
  const second = (instant: string) => Math.floor(Date.parse(instant) / 1_000);
  const sent = second(message.at);
  const [to, from] = [query.get('To'), query.get('From')];
  const [on, after, before] = ['DateSent', 'DateSent>', 'DateSent<'].map((name) => query.get(name));
  return (
    (!to || message.to.includes(to)) &&
    (!from || message.from === from) &&
    (!on || message.at.startsWith(on.slice(0, 10))) &&
    (!after || sent >= second(after)) &&
    (!before || sent <= second(before))
  );
}

function toResource(message: Sms, account: TwilioAccount) {
  const date = new Date(message.at).toUTCString().replace('GMT', '+0000');
  return {
    sid: message.id,
    account_sid: account.accountSid,
    api_version: '2010-04-01',
    to: message.to[0],
    from: message.from,
    body: message.text,
    status: message.status,
    direction: 'outbound-api',
    date_created: date,
    date_updated: date,
    date_sent: date,
    num_segments: String(message.segments),
    num_media: '0',
    messaging_service_sid: null,
    price: null,
    price_unit: 'USD',
    error_code: message.errorCode,
    error_message: null,
    uri: `/2010-04-01/Accounts/${account.accountSid}/Messages/${message.id}.json`,
    subresource_uris: {},
  };
}

function json(status: number, value: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}
