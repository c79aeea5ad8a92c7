import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Needs, RateLimits, SendingLimitValues } from '../functions/shared/operation.ts';

/**
 * What differs between stages, and nothing else. A total record: a new setting must be answered
 * for every stage before this compiles.
 */
export const STAGES = ['dev', 'staging', 'production'] as const;
export type Stage = (typeof STAGES)[number];

export type StageConfig = {
  /** origin of the portal, no trailing slash; links in messages start with it */
  portalUrl: string;
  /** browsers' origins that may call the API */
  corsOrigins: readonly string[];
  /** sender of every mail; must belong to `emailIdentity` */
  senderEmail: string;
  /** the domain or address verified in SES in the stage's account and region */
  emailIdentity: string;
  /** recipients really reached: an address, a phone, `@domain`, or `*` for all */
  messageAllowList: readonly string[];
  /** requests a minute; per caller's address, but for `school`: all registrations of one school */
  rateLimits: RateLimits;
  /** what goes out at most; more waits for its turn */
  sendingLimits: SendingLimitValues;
  /** our own address where it is not API Gateway's, such as `https://api.just-driving.example` */
  publicApiUrl?: string;
  /** of the whole API, requests a second and the bucket above it */
  throttle: { rate: number; burst: number };
  twilioApiUrl: string;
  /** where Stripe is called, and whether its keys there move real money */
  stripe: { apiUrl: string; livemode: boolean };
  /** where the Danish platforms answer; ours until they publish their contracts */
  platformUrls: Readonly<Record<NonNullable<Needs['platform']>, string>>;
  webhooks: {
    /** `host:port` or `host:*` that may be reached though it is private or plain HTTP */
    allowList: readonly string[];
    /** a forward proxy that makes the calls; null: they go out directly */
    egressUrl: string | null;
  };
  /** CloudFormation and the services refuse to delete the table and the user pool */
  deletionProtection: boolean;
  /** log groups survive the deletion of their stack */
  retainLogs: boolean;
  logRetention: RetentionDays;
  /** how long the bus keeps its events for a replay */
  archiveDays: number;
  /** who is mailed when an alarm goes off; absent: the topic has no subscriber yet */
  alarmEmail?: string;
};

const RATE_LIMITS: RateLimits = { registrations: 10, sessions: 20, tokens: 20, school: 120 };
/** SES and Twilio give the stage one rate for all schools: no school may take all of it. */
const SENDING_LIMITS: SendingLimitValues = { schoolPerMinute: 300, numberPerHour: 20 };
const TWILIO_API_URL = 'https://api.twilio.com';
const STRIPE_API_URL = 'https://api.stripe.com';
const PLATFORM_URLS = {
  'e-teori': 'https://api.e-teori.dk',
  findkoreskole: 'https://api.findkoreskole.dk',
};
const WEBHOOKS: StageConfig['webhooks'] = { allowList: [], egressUrl: null };

const CONFIGURATIONS: Record<Stage, StageConfig> = {
  dev: {
    portalUrl: 'https://portal.dev.just-driving.example',
    corsOrigins: ['https://portal.dev.just-driving.example', 'http://localhost:5173'],
    senderEmail: 'no-reply@dev.just-driving.example',
    emailIdentity: 'dev.just-driving.example',
    messageAllowList: ['@just-driving.example'],
    // no limit per school here, in effect: load and concurrency are tried out on this stage
    rateLimits: { ...RATE_LIMITS, school: 60_000 },
    sendingLimits: { schoolPerMinute: 60_000, numberPerHour: 60_000 },
    throttle: { rate: 1000, burst: 2000 },
    twilioApiUrl: TWILIO_API_URL,
    stripe: { apiUrl: STRIPE_API_URL, livemode: false },
    platformUrls: PLATFORM_URLS,
    webhooks: WEBHOOKS,
    deletionProtection: false,
    retainLogs: false,
    logRetention: RetentionDays.TWO_WEEKS,
    archiveDays: 14,
  },
  staging: {
    portalUrl: 'https://portal.staging.just-driving.example',
    corsOrigins: ['https://portal.staging.just-driving.example'],
    senderEmail: 'no-reply@staging.just-driving.example',
    emailIdentity: 'staging.just-driving.example',
    messageAllowList: ['@just-driving.example'],
    rateLimits: RATE_LIMITS,
    sendingLimits: SENDING_LIMITS,
    throttle: { rate: 1000, burst: 2000 },
    twilioApiUrl: TWILIO_API_URL,
    stripe: { apiUrl: STRIPE_API_URL, livemode: false },
    platformUrls: PLATFORM_URLS,
    webhooks: WEBHOOKS,
    deletionProtection: false,
    retainLogs: false,
    logRetention: RetentionDays.ONE_MONTH,
    archiveDays: 30,
    alarmEmail: 'operations@just-driving.example',
  },
  production: {
    portalUrl: 'https://portal.just-driving.example',
    corsOrigins: ['https://portal.just-driving.example'],
    senderEmail: 'no-reply@just-driving.example',
    emailIdentity: 'just-driving.example',
    messageAllowList: ['*'],
    rateLimits: RATE_LIMITS,
    sendingLimits: SENDING_LIMITS,
    throttle: { rate: 1000, burst: 2000 },
    twilioApiUrl: TWILIO_API_URL,
    stripe: { apiUrl: STRIPE_API_URL, livemode: true },
    platformUrls: PLATFORM_URLS,
    webhooks: WEBHOOKS,
    deletionProtection: true,
    retainLogs: true,
    logRetention: RetentionDays.THREE_MONTHS,
    archiveDays: 90,
    alarmEmail: 'operations@just-driving.example',
  },
};

/** The stage by its name; an unknown one stops synth with the names that exist. */
export function parseStage(name: string): Stage {
  const stage = STAGES.find((known) => known === name);
  if (stage === undefined) {
    throw new Error(`unknown stage "${name}": one of ${STAGES.join(', ')}`);
  }
  return stage;
}

export function configFor(stage: Stage): StageConfig {
  return CONFIGURATIONS[stage];
}
