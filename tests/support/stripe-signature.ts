import { createHmac } from 'node:crypto';

/** The header that Stripe signs a body with. `at` in seconds since 1970. */
export function signatureOf(body: string, at: number, secret: string): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}
