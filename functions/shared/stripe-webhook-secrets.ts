import * as z from 'zod';
import { ENV, requireEnvironment } from './environment.ts';
import { readSecret, refreshSecret } from './secrets.ts';
import { isSigned } from './stripe-signature.ts';

const secretsSchema = z.object({ secrets: z.array(z.string().min(16)) });

/** A secret that was rolled is known to a warm container after this. */
const LEAST_BETWEEN_READS_MS = 60_000;
let readAt = 0;

/**
 * Whether Stripe signed this body, now, with one of the secrets: the platform's endpoint, the one for
 * connected accounts, and during a rotation the next of either.
 */
export async function isSignedByStripe(body: Buffer, header: string | undefined): Promise<boolean> {
  const now = Date.now();
  const signed = (secrets: readonly string[]) =>
    isSigned(body, header, secrets, Math.floor(now / 1_000));
  const secretId = requireEnvironment(ENV.stripeWebhookSecretId);
  if (signed(parse(await readSecret(secretId)))) return true;
  if (header === undefined || Math.abs(now - readAt) < LEAST_BETWEEN_READS_MS) return false;
  readAt = now;
  return signed(parse(await refreshSecret(secretId)));
}

function parse(secret: string): string[] {
  return secretsSchema.parse(JSON.parse(secret)).secrets;
}
