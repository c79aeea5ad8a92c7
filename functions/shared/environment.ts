/**
 * Names of the environment variables, shared by synth and the running functions.
 *
 * Constants only, so that infra may import it: `infra/constructs` sets a variable in the same call
 * that grants the permission it stands for, and `readEnvironment` reads it by the same name.
 */
export const ENV = {
  stage: 'STAGE',
  tableName: 'TABLE_NAME',
  busName: 'EVENT_BUS_NAME',
  keysSecretId: 'KEYS_SECRET_ID',
  userPoolId: 'USER_POOL_ID',
  userPoolClientId: 'USER_POOL_CLIENT_ID',
  emailQueueUrl: 'EMAIL_QUEUE_URL',
  smsQueueUrl: 'SMS_QUEUE_URL',
  stripeQueueUrl: 'STRIPE_QUEUE_URL',
  reconciliationQueueUrl: 'RECONCILIATION_QUEUE_URL',
  /** A queue consumer's own queue, whose messages it delays when it must try again later. */
  queueUrl: 'QUEUE_URL',
  senderEmail: 'SENDER_EMAIL',
  twilioSecretId: 'TWILIO_SECRET_ID',
  twilioApiUrl: 'TWILIO_API_URL',
  /** the key for calling Stripe */
  stripeSecretId: 'STRIPE_SECRET_ID',
  /** the secrets that Stripe's deliveries are signed with */
  stripeWebhookSecretId: 'STRIPE_WEBHOOK_SECRET_ID',
  stripeApiUrl: 'STRIPE_API_URL',
  /** `true` where real money moves */
  stripeLivemode: 'STRIPE_LIVEMODE',
  portalUrl: 'PORTAL_URL',
  /** Recipients that a non-production stage may really reach: comma-separated, `*` for all, `@domain` for a domain. */
  messageAllowList: 'MESSAGE_ALLOW_LIST',
  /** JSON of `RateLimits` in `functions/shared/operation.ts`. */
  rateLimits: 'RATE_LIMITS',
} as const;

export type EnvName = (typeof ENV)[keyof typeof ENV];

/** Reads a variable that the function cannot run without; a missing one fails by its name. */
export function requireEnvironment(name: EnvName): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`environment variable ${name} is not set`);
  return value;
}
