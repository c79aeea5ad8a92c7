import type { Instant } from '../shared/instant.ts';
import type { Keys } from '../shared/secrets.ts';
import type { WebhookEndpointRow } from './webhook-endpoint.entity.ts';

type Secret = Pick<WebhookEndpointRow, 'endpointId' | 'secretVersion'>;

/** An endpoint's secret, 256 bits as text. Derived: whoever reads the table cannot sign. */
export function secretOf(keys: Keys, { endpointId, secretVersion }: Secret): string {
  return `whsec_${keys.webhook(`${endpointId}.${secretVersion}`)}`;
}

/** The secrets to sign with now: the current one and, for a day after a rotation, the one before. */
export function signingSecrets(keys: Keys, endpoint: WebhookEndpointRow, now: Instant): string[] {
  const { previousSecretUntil, secretVersion } = endpoint;
  const before = { ...endpoint, secretVersion: secretVersion - 1 };
  const overlaps = previousSecretUntil !== undefined && previousSecretUntil > now;
  return [secretOf(keys, endpoint), ...(overlaps ? [secretOf(keys, before)] : [])];
}
