import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What the deployment's one root key is used for, each purpose under its own derived key.
 * A leaked mail token thus says nothing about cursors, and a key in a row is not an address.
 */
export type Keys = {
  /** the lookup key of a normalised e-mail address */
  email(address: string): string;
  /** the counter key of a caller's address */
  rate(source: string): string;
  /** the token in a mailed link: the same for the same notification, 256 unguessable bits */
  linkToken(notificationId: string): string;
  /** a short authentication code over a cursor's text */
  cursor(text: string): string;
  /** the secret of a webhook endpoint, by its id and the secret's version: nothing of it is stored */
  webhook(endpoint: string): string;
  /** the token at the end of an SMS: the same for one person in one school, 132 unguessable bits */
  optOutToken(schoolId: string, personId: string): string;
  /** the lookup key of an address or number that is written to no more */
  suppression(address: string): string;
};

/** Base64url characters of an opt-out token: every one of them is paid for in an SMS. */
const OPT_OUT_LENGTH = 22;

/** Derives the purpose keys (HMAC-SHA256 over the purpose's name; the root is 64 random characters). */
export function deriveKeys(rootKey: string): Keys {
  if (rootKey.length < 32) throw new Error('the root key must have at least 32 characters');
  const mac = (purpose: string) => {
    const key = createHmac('sha256', rootKey).update(`just-driving/${purpose}/1`).digest();
    return (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  };
  const optOut = mac('opt-out');
  return {
    email: mac('email'),
    rate: mac('rate'),
    linkToken: mac('link'),
    cursor: mac('cursor'),
    webhook: mac('webhook'),
    optOutToken: (schoolId, personId) => optOut(`${schoolId}#${personId}`).slice(0, OPT_OUT_LENGTH),
    suppression: mac('suppression'),
  };
}

/** Tokens are stored only as this hash: who reads the table cannot open a link. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function sameText(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
