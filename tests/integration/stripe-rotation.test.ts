import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isSignedByStripe } from '../../functions/shared/stripe-webhook-secrets.ts';
import { LOCAL_CREDENTIALS, LOCAL_REGION } from '../../local/parts/constants.ts';
import { type Secrets, startSecrets } from '../../local/parts/secrets.ts';
import { signatureOf } from '../support/stripe-signature.ts';

const NAME = 'just-driving/dev/stripe-webhook';
const [CONNECT, NEXT] = ['whsec_connect_connect', 'whsec_the_next_connect'];
let secrets: Secrets;

beforeEach(async () => {
  secrets = await startSecrets({});
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', secrets.endpoint);
  vi.stubEnv('AWS_REGION', LOCAL_REGION);
  vi.stubEnv('AWS_ACCESS_KEY_ID', LOCAL_CREDENTIALS.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', LOCAL_CREDENTIALS.secretAccessKey);
  vi.stubEnv('STRIPE_WEBHOOK_SECRET_ID', NAME);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await secrets.stop();
});

test('a secret that is rolled while a container lives is taken, beside the one before', async () => {
  const put = (...list: string[]) => secrets.put(NAME, JSON.stringify({ secrets: list }));
  const now = Math.floor(Date.now() / 1_000);
  const check = (secret: string) =>
    isSignedByStripe(Buffer.from('{}'), signatureOf('{}', now, secret));
  put('whsec_platform_platform', CONNECT);

  expect(await check(CONNECT)).toBe(true);
  put('whsec_platform_platform', CONNECT, NEXT);
  expect([await check(NEXT), await check(CONNECT)]).toEqual([true, true]);

  // Read again at most once a minute, whoever sends nonsense.
  put('whsec_platform_platform', 'whsec_of_next_week_soon');
  expect(await check('whsec_of_next_week_soon')).toBe(false);
  expect(await check(NEXT)).toBe(true);
});
