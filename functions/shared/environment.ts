import type { Platform } from '../../domain/integrations/platform.ts';
import type { QueueName } from './queue-names.ts';

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
  eTeoriQueueUrl: 'E_TEORI_QUEUE_URL',
  findkoreskoleQueueUrl: 'FINDKORESKOLE_QUEUE_URL',
  webhooksQueueUrl: 'WEBHOOKS_QUEUE_URL',
  deliveriesQueueUrl: 'DELIVERIES_QUEUE_URL',
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
  eTeoriSecretId: 'E_TEORI_SECRET_ID',
  eTeoriApiUrl: 'E_TEORI_API_URL',
  findkoreskoleSecretId: 'FINDKORESKOLE_SECRET_ID',
  findkoreskoleApiUrl: 'FINDKORESKOLE_API_URL',
  /** Hosts with port (`host:port`, `host:*`) that webhooks may reach though private or plain HTTP; `none`. */
  webhookAllowList: 'WEBHOOK_ALLOW_LIST',
  /** The forward proxy through which webhooks leave; `direct` without one. */
  webhookEgressUrl: 'WEBHOOK_EGRESS_URL',
  /** Our own address as callers see it, without a trailing slash: where callbacks go, and what they sign. */
  publicApiUrl: 'PUBLIC_API_URL',
  /** SES reports on mails that are sent under this name. */
  configurationSet: 'SES_CONFIGURATION_SET',
  portalUrl: 'PORTAL_URL',
  /** Recipients that a non-production stage may really reach: comma-separated, `*` for all, `@domain` for a domain. */
  messageAllowList: 'MESSAGE_ALLOW_LIST',
  /** JSON of `RateLimits` in `functions/shared/operation.ts`. */
  rateLimits: 'RATE_LIMITS',
  /** JSON of `SendingLimitValues` in `functions/shared/operation.ts`. */
  sendingLimits: 'SENDING_LIMITS',
} as const;

export type EnvName = (typeof ENV)[keyof typeof ENV];

/** The variable that holds a queue's URL for the functions that send to it. */
export const QUEUE_URLS = {
  email: ENV.emailQueueUrl,
  sms: ENV.smsQueueUrl,
  deliveries: ENV.deliveriesQueueUrl,
  stripe: ENV.stripeQueueUrl,
  reconciliation: ENV.reconciliationQueueUrl,
  'e-teori': ENV.eTeoriQueueUrl,
  findkoreskole: ENV.findkoreskoleQueueUrl,
  webhooks: ENV.webhooksQueueUrl,
} as const satisfies Record<QueueName, EnvName>;

/** The variables of a platform's secret and address. */
export const PLATFORM_VARIABLES = {
  'e-teori': { secretId: ENV.eTeoriSecretId, apiUrl: ENV.eTeoriApiUrl },
  findkoreskole: { secretId: ENV.findkoreskoleSecretId, apiUrl: ENV.findkoreskoleApiUrl },
} as const satisfies Record<Platform, { secretId: EnvName; apiUrl: EnvName }>;

/** Reads a variable that the function cannot run without; a missing one fails by its name. */
export function requireEnvironment(name: EnvName): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`environment variable ${name} is not set`);
  return value;
}
