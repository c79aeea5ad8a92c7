import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { sameText } from '../../domain/shared/secrets.ts';

const secretSchema = z.object({ authToken: z.string().min(1) });

/** The account's token, out of the secret that operators keep. */
export function readAuthToken(secret: string): string {
  return secretSchema.parse(JSON.parse(secret)).authToken;
}

/**
 * Whether a form was signed by Twilio: HMAC-SHA1, with the account's token, over the address it was
 * posted to and every field with its value, sorted by name. Ours instead of the SDK's, which brings
 * 3.6 MB; a test holds the two against each other. The scheme has no time in it, so an old callback can
 * be sent again: that must change nothing.
 * Source: Twilio, "Webhooks security", validating requests that are form-encoded.
 */
export function isTwilioSignature(
  authToken: string,
  signature: string | undefined,
  url: string,
  form: URLSearchParams,
): boolean {
  if (signature === undefined || signature === '') return false;
  return addressesOf(url).some((address) => sameText(signature, sign(authToken, address, form)));
}

function sign(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const fields = names.map((name) => name + [...new Set(form.getAll(name))].sort().join(''));
  return createHmac('sha1', authToken)
    .update(url + fields.join(''))
    .digest('base64');
}

/** Twilio signs some addresses with the port and some without: `https://a.example:443/x` is `https://a.example/x`. */
function addressesOf(url: string): string[] {
  const match = /^(https?):\/\/([^/:?]+)(:\d+)?(.*)$/.exec(url);
  if (!match) return [url];
  const [, scheme, host, port, rest] = match;
  const usual = scheme === 'https' ? ':443' : ':80';
  return port === undefined || port === usual
    ? [`${scheme}://${host}${rest}`, `${scheme}://${host}${usual}${rest}`]
    : [url];
}
