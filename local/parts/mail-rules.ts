import type { AddressObject, ParsedMail } from 'mailparser';

/** Why SES would not take a message: its code and message. */
export type Refusal = { code: string; message: string };

/** SES v1 takes 10 MB in all, and 50 recipients. */
const MAX_BYTES = 10_485_760;
const MAX_RECIPIENTS = 50;

// SES counts these once per message, which is also what stops an injected second recipient line.
const ONCE = ['from', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'reply-to', 'sender'];

/** What the real SES refuses of a raw message and the stand-in takes. Null when it is fine. */
export function refusalOfRaw(
  raw: Buffer,
  parsed: ParsedMail,
  envelope: { source?: string | undefined; destinations: readonly string[] },
): Refusal | null {
  if (raw.length > MAX_BYTES) {
    return invalid(`Message length is more than ${MAX_BYTES} bytes long: '${raw.length}'.`);
  }
  const badHeader = refusalOfHeaders(raw);
  if (badHeader) return badHeader;
  if (!parsed.from?.value.length) return invalid("Missing required header 'From'.");

  const written = [parsed.to, parsed.cc, parsed.bcc].flatMap(addresses);
  const recipients = envelope.destinations.length > 0 ? envelope.destinations.map(bare) : written;
  if (recipients.length === 0) return invalid("Missing required header 'To'.");
  const senders = parsed.from.value.map((from) => from.address ?? '');
  return refusalOfAddresses(recipients, [
    ...senders,
    ...written,
    ...(envelope.source ? [bare(envelope.source)] : []),
  ]);
}

/** Refuses too many recipients and malformed addresses, in SES' own words. */
export function refusalOfAddresses(
  recipients: readonly string[],
  others: readonly string[],
): Refusal | null {
  if (recipients.length > MAX_RECIPIENTS) return invalid('Recipient count exceeds 50.');
  for (const address of [...recipients, ...others]) {
    const at = address.lastIndexOf('@');
    const local = address.slice(0, at);
    const domain = address.slice(at + 1);
    if (at < 1 || domain === '') return invalid("Missing final '@domain'");
    if (!domain.includes('.')) return invalid('Domain ends with dot or has no dot');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
    if (/[\s\u0000-\u001f\u007f]/.test(local)) {
      return invalid('Local address contains control or whitespace');
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is the point
    if (/[^\u0000-\u007f]/.test(local))
      return invalid('Local address contains non-ASCII characters');
    if (!/^[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?$/.test(domain) || domain.includes('..')) {
      return invalid('Domain contains illegal character');
    }
  }
  return null;
}

/** `Køreskolen <a@b.dk>` is `a@b.dk`. */
export function bare(address: string): string {
  return (/<([^>]*)>\s*$/.exec(address)?.[1] ?? address).trim();
}

function refusalOfHeaders(raw: Buffer): Refusal | null {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .subarray(0, end === -1 ? raw.length : end)
    .toString('latin1')
    .split('\r\n');
  const seen = new Set<string>();
  for (const line of lines) {
    if (/[\r\n]/.test(line)) return invalid('Header contains a bare CR or LF.');
    if (/^[ \t]/.test(line)) continue; // folded
    const name = /^([!-9;-~]+):/.exec(line)?.[1]?.toLowerCase();
    if (!name) return invalid('Header line has no name.');
    if (seen.has(name) && ONCE.includes(name)) return invalid(`Duplicate header '${name}'.`);
    seen.add(name);
  }
  return null;
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  return [field ?? []]
    .flat()
    .flatMap((list) =>
      list.value.flatMap((entry) => (entry.group ?? [entry]).map((one) => one.address ?? one.name)),
    );
}

function invalid(message: string): Refusal {
  return { code: 'InvalidParameterValue', message };
}
