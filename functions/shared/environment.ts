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
  deliveriesQueueUrl: 'DELIVERIES_QUEUE_URL',
  /** A queue consumer's own queue, whose messages it delays when it must try again later. */
  queueUrl: 'QUEUE_URL',
  senderEmail: 'SENDER_EMAIL',
  twilioSecretId: 'TWILIO_SECRET_ID',
  twilioApiUrl: 'TWILIO_API_URL',
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
} as const satisfies Record<QueueName, EnvName>;

/** Reads a variable that the function cannot run without; a missing one fails by its name. */
export function requireEnvironment(name: EnvName): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`environment variable ${name} is not set`);
  return value;
}
