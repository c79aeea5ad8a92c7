import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type AddressObject, type HeaderLines, type ParsedMail, simpleParser } from 'mailparser';
import type { ControlClock } from './clock.ts';
import { LOCAL_HOST } from './constants.ts';
import type { Faults } from './faults.ts';
import { forwardTo, type Received, startFront } from './front.ts';
import { type Answer, close, type Part } from './http.ts';
import { Journal } from './json-file.ts';
import { sesError, sesFault } from './mail-errors.ts';
import { bare, type Refusal, refusalOfAddresses, refusalOfRaw } from './mail-rules.ts';
import type { RequestLog } from './requests.ts';

/** A mail that SES accepted. Addresses are bare (`a@b.dk`); bcc holds who is in no header. */
export type Mail = {
  id: string;
  to: string[];
  cc: string[];
  bcc: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  /** lower-case names; a header that occurs twice is joined with ", " */
  headers: Record<string, string>;
  attachments: { filename: string | null; contentType: string; size: number; content: string }[];
  /** the MIME message as it was sent */
  raw: string;
  /** by the control clock */
  at: string;
};

export type MailPart = Part & {
  /** newest last */
  list(): Mail[];
};

/**
 * SES v1 and v2 by `aws-ses-v2-local`, web inbox at `/`, with the refusals it forgives put back:
 * bad addresses, no From, no recipient, broken or doubled headers, more than 50 recipients.
 * `list` outlives a restart with `dataDir`, the inbox page does not. Actions it does not know are refused instead of left hanging.
 */
export async function startMail(options: {
  port?: number;
  dataDir?: string;
  clock: ControlClock;
  requests: RequestLog;
  faults: Faults;
}): Promise<MailPart> {
  const standIn = await sesServer({ host: LOCAL_HOST, port: 0 });
  const forward = forwardTo(`http://${LOCAL_HOST}:${(standIn.address() as AddressInfo).port}`);
  const accepted = new Journal<Mail>(options.dataDir ? join(options.dataDir, 'mail.jsonl') : null);

  const handle = async (received: Received): Promise<Answer> => {
    if (!isApiCall(received)) return forward(received);
    const { refusal, mail } = await examine(received);
    if (refusal) return sesError({ status: 400, ...refusal }, received);
    const answer = await forward(received);
    const id = messageId(answer);
    if (mail && id) accepted.add({ ...mail, id, at: options.clock.date().toISOString() });
    return answer;
  };

  try {
    const front = await startFront({
      ...options,
      provider: 'ses',
      handle,
      refuse: sesFault,
      isApiCall,
    });
    return {
      endpoint: front.endpoint,
      list: () => [...accepted.entries],
      async stop() {
        await front.stop();
        await close(standIn);
      },
    };
  } catch (error) {
    await close(standIn);
    throw error;
  }
}

// A CommonJS module with `exports.default`, which Node and Vitest import differently.
const { default: sesServer } = createRequire(import.meta.url)('aws-ses-v2-local') as {
  default(options: { host: string; port: number }): Promise<Server>;
};

/** `POST /` is v1's query protocol, `/v2/email/...` is v2; the rest is the web inbox. */
function isApiCall({ method, path }: Received): boolean {
  return (method === 'POST' && path === '/') || path.startsWith('/v2/');
}

type Unsent = Omit<Mail, 'id' | 'at'>;
type Examined = { refusal: Refusal | null; mail: Unsent | null };

async function examine(received: Received): Promise<Examined> {
  if (received.path.startsWith('/v2/')) return examineV2(received);
  const form = new URLSearchParams(received.body.toString('utf8'));
  const action = form.get('Action');
  if (action === 'SendRawEmail') {
    return examineRaw(form.get('RawMessage.Data') ?? '', {
      source: form.get('Source') ?? undefined,
      destinations: members(form, 'Destinations'),
    });
  }
  if (action === 'SendEmail') {
    return examineFields({
      from: form.get('Source') ?? '',
      to: members(form, 'Destination.ToAddresses'),
      cc: members(form, 'Destination.CcAddresses'),
      bcc: members(form, 'Destination.BccAddresses'),
      subject: form.get('Message.Subject.Data') ?? '',
      text: form.get('Message.Body.Text.Data') ?? '',
      html: form.get('Message.Body.Html.Data') ?? '',
    });
  }
  const message = `Could not find operation ${action} for version 2010-12-01`;
  return { refusal: { code: 'InvalidAction', message }, mail: null };
}

type V2Body = {
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  Content?: {
    Raw?: { Data: string };
    Simple?: {
      Subject?: { Data: string };
      Body?: { Text?: { Data: string }; Html?: { Data: string } };
    };
  };
};

async function examineV2({ method, path, body }: Received): Promise<Examined> {
  if (method !== 'POST' || path !== '/v2/email/outbound-emails')
    return { refusal: null, mail: null };
  const {
    FromEmailAddress,
    Destination = {},
    Content,
  } = JSON.parse(body.toString('utf8')) as V2Body;
  const { ToAddresses: to = [], CcAddresses: cc = [], BccAddresses: bcc = [] } = Destination;
  const simple = Content?.Simple;
  const examined = Content?.Raw
    ? await examineRaw(Content.Raw.Data, {
        source: FromEmailAddress,
        destinations: [...to, ...cc, ...bcc],
      })
    : examineFields({
        from: FromEmailAddress ?? '',
        to,
        cc,
        bcc,
        subject: simple?.Subject?.Data ?? '',
        text: simple?.Body?.Text?.Data ?? '',
        html: simple?.Body?.Html?.Data ?? '',
      });
  const refusal = examined.refusal && { ...examined.refusal, code: 'BadRequestException' };
  return { ...examined, refusal };
}

async function examineRaw(
  base64: string,
  envelope: { source?: string | undefined; destinations: string[] },
): Promise<Examined> {
  const raw = Buffer.from(base64, 'base64');
  const parsed = await simpleParser(raw, { skipImageLinks: true });
  const refusal = refusalOfRaw(raw, parsed, envelope);
  if (refusal) return { refusal, mail: null };
  const to = addressesOf(parsed.to);
  const cc = addressesOf(parsed.cc);
  const named = new Set([...to, ...cc]);
  const hidden = [...addressesOf(parsed.bcc), ...envelope.destinations.map(bare)];
  return {
    refusal: null,
    mail: {
      from: parsed.from?.value[0]?.address ?? '',
      to,
      cc,
      bcc: [...new Set(hidden.filter((address) => !named.has(address)))],
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      html: parsed.html || '',
      headers: headersOf(parsed.headerLines),
      attachments: attachmentsOf(parsed),
      raw: raw.toString('utf8'),
    },
  };
}

function examineFields(fields: Omit<Unsent, 'headers' | 'attachments' | 'raw'>): Examined {
  const recipients = [...fields.to, ...fields.cc, ...fields.bcc].map(bare);
  const refusal =
    recipients.length === 0
      ? { code: 'InvalidParameterValue', message: 'Missing required destination.' }
      : /[\r\n]/.test(fields.subject)
        ? { code: 'InvalidParameterValue', message: 'Subject contains a CR or LF.' }
        : refusalOfAddresses(recipients, [bare(fields.from)]);
  if (refusal) return { refusal, mail: null };
  return {
    refusal: null,
    mail: {
      ...fields,
      from: bare(fields.from),
      to: fields.to.map(bare),
      cc: fields.cc.map(bare),
      bcc: fields.bcc.map(bare),
      headers: { from: fields.from, to: fields.to.join(', '), subject: fields.subject },
      attachments: [],
      raw: '',
    },
  };
}

function messageId({ status, body }: Answer): string | null {
  if (status !== 200) return null;
  const text = String(body ?? '');
  return /<MessageId>([^<]+)</.exec(text)?.[1] ?? /"MessageId":"([^"]+)"/.exec(text)?.[1] ?? null;
}

/** `Destinations.member.1=...&Destinations.member.2=...` in order. */
function members(form: URLSearchParams, name: string): string[] {
  const values: string[] = [];
  for (let index = 1; form.has(`${name}.member.${index}`); index += 1) {
    values.push(form.get(`${name}.member.${index}`) ?? '');
  }
  return values;
}

function addressesOf(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []].flat().flatMap((list) => list.value.map((entry) => entry.address ?? ''));
}

function headersOf(lines: HeaderLines): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const { key, line } of lines) {
    const value = line
      .slice(line.indexOf(':') + 1)
      .replace(/\r?\n[ \t]+/g, ' ')
      .trim();
    headers[key] = key in headers ? `${headers[key]}, ${value}` : value;
  }
  return headers;
}

function attachmentsOf(parsed: ParsedMail): Mail['attachments'] {
  return parsed.attachments.map(({ filename, contentType, size, content }) => ({
    filename: filename ?? null,
    contentType,
    size,
    content: content.toString('base64'),
  }));
}
