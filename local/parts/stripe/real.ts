/** Test keys of a real Stripe account, with which the same stack talks to Stripe. */
export type RealStripe = { apiKey: string; webhookSecret: string; account: string };

const API_URL = 'https://api.stripe.com';

/**
 * `STRIPE_API_KEY` (a test key), `STRIPE_WEBHOOK_SECRET` (what `stripe listen --forward-connect-to
 * <api>/webhooks/stripe` prints) and `STRIPE_CONNECT_ACCOUNT` (a connected test account, the seeded
 * school's) from the environment; null when none is set. Throws when some are missing, and at a live
 * key: nothing on this machine may move money.
 */
export function realStripe(environment: NodeJS.ProcessEnv): RealStripe | null {
  const names = ['STRIPE_API_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_CONNECT_ACCOUNT'] as const;
  const missing = names.filter((name) => !environment[name]);
  if (missing.length === names.length) return null;
  if (missing.length > 0) throw new Error(`to talk to Stripe, set ${missing.join(' and ')}, too`);
  const [apiKey = '', webhookSecret = '', account = ''] = names.map((name) => environment[name]);
  if (!/^[rs]k_test_/.test(apiKey)) throw new Error('STRIPE_API_KEY must be a test key');
  return { apiKey, webhookSecret, account };
}

/** Where the functions call Stripe, and what an operator would put into the two secrets. */
export function stripeSettings(
  real: RealStripe | null,
  standIn: {
    endpoint: string;
    keys: { apiKey: string; platformSecret: string; connectSecret: string };
  },
) {
  const { apiKey, platformSecret, connectSecret } = standIn.keys;
  return real === null
    ? {
        apiUrl: standIn.endpoint,
        apiKey,
        webhookSecrets: [platformSecret, connectSecret],
        /** signs what a test posts itself */
        webhookSecret: connectSecret,
      }
    : {
        apiUrl: API_URL,
        apiKey: real.apiKey,
        // The stand-in's stays: the control address still delivers events by hand.
        webhookSecrets: [real.webhookSecret, connectSecret],
        webhookSecret: real.webhookSecret,
      };
}

export type StripeSettings = ReturnType<typeof stripeSettings>;
