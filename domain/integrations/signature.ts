import { createHmac } from 'node:crypto';
import { sameText } from '../shared/secrets.ts';

/**
 * The signature on everything that we and others send each other:
 *
 *     X-Signature: t=<unix seconds>,v1=<hex HMAC-SHA256(secret, t + "." + raw body)>
 *
 * While a secret is being rotated there is a `v1` for each of the two.
 */
export const SIGNATURE_HEADER = 'x-signature';
export const DELIVERY_HEADER = 'x-delivery-id';

/** A signature is taken five minutes either way: clocks differ, and an old one is a replay. */
const TOLERANCE_SECONDS = 300;

const LONGEST_HEADER = 1_000;

/** The header for a body. `body` is exactly what is sent, byte for byte. */
export function sign(
  secrets: readonly string[],
  body: string | Buffer,
  unixSeconds: number,
): string {
  const codes = secrets.map((secret) => `v1=${codeOf(secret, unixSeconds, body)}`);
  return [`t=${unixSeconds}`, ...codes].join(',');
}

/** Whether one of the secrets signed exactly this body, now. Never throws, whatever the header is. */
export function isSignedBy(
  secrets: readonly string[],
  header: string | undefined,
  body: string | Buffer,
  unixSeconds: number,
): boolean {
  if (header === undefined || header.length > LONGEST_HEADER) return false;
  const parts = header.split(',').map((part) => part.trim());
  const times = parts.flatMap((part) => /^t=(\d{1,12})$/.exec(part)?.[1] ?? []);
  const codes = parts.flatMap((part) => /^v1=([0-9a-f]{64})$/.exec(part)?.[1] ?? []);
  if (times.length !== 1) return false;
  const at = Number(times[0]);
  if (Math.abs(unixSeconds - at) > TOLERANCE_SECONDS) return false;
  const expected = secrets.map((secret) => codeOf(secret, at, body));
  return codes.some((code) => expected.some((one) => sameText(one, code)));
}

function codeOf(secret: string, unixSeconds: number, body: string | Buffer): string {
  return createHmac('sha256', secret).update(`${unixSeconds}.`).update(body).digest('hex');
}
