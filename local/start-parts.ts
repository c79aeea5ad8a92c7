import { join } from 'node:path';
import { PRODUCT } from '../infra/names.ts';
import { near } from './near.ts';
import type { ControlClock } from './parts/clock.ts';
import { startDynamoDb } from './parts/dynamodb.ts';
import { startETeori } from './parts/e-teori.ts';
import type { Faults } from './parts/faults.ts';
import { startFindkoreskole } from './parts/findkoreskole.ts';
import type { Part } from './parts/http.ts';
import { startMail } from './parts/mail.ts';
import { startQueues } from './parts/queues.ts';
import type { RequestLog } from './parts/requests.ts';
import { type Secrets, startSecrets } from './parts/secrets.ts';
import { startStripe } from './parts/stripe/stripe.ts';
import { startTwilio } from './parts/twilio.ts';
import { startUserPools } from './parts/user-pools.ts';
import { startWebhookExit } from './parts/webhooks.ts';
import { all, type Progress } from './progress.ts';

export type PartsOptions = {
  clock: ControlClock;
  requests: RequestLog;
  faults: Faults;
  dataDir: string;
  /** the API's; the mailbox is near it */
  port: number;
  /** remembers a part that must be stopped in the end */
  started<T extends Part>(part: T): T;
  progress: Progress;
};

/** Starts the stand-ins for the services, all at once: the slowest is a JVM. */
export async function startParts({ started, progress, port, ...common }: PartsOptions) {
  const { dataDir, clock } = common;
  const [dynamodb, queues, userPools, secrets, mail, twilio, stripe, webhooks] = await all([
    progress('DynamoDB Local', startDynamoDb({ dataDir: join(dataDir, 'dynamodb') }).then(started)),
    startQueues({ dataDir: join(dataDir, 'queues') }).then(started),
    progress(
      'user pools',
      startUserPools({ dataDir: join(dataDir, 'pools'), clock }).then(started),
    ),
    startSecrets({ dataDir }).then(started),
    near(port, 3, (at) => startMail({ ...common, port: at })).then(started),
    startTwilio(common).then(started),
    startStripe(common).then(started),
    startWebhookExit(common).then(started),
  ]);
  const secretOf = (name: string) => () => platformSecret(secrets, name);
  const [eTeori, findkoreskole] = await all([
    startETeori({ ...common, secret: secretOf('e-teori') }).then(started),
    startFindkoreskole({ ...common, secret: secretOf('findkoreskole') }).then(started),
  ]);
  return {
    ...{ dynamodb, queues, userPools, secrets, mail, twilio, stripe },
    ...{ webhooks, eTeori, findkoreskole },
  };
}

/** What we and a platform sign with here; null until the template's secret is made. */
export function platformSecret(secrets: Secrets, platform: string): string | null {
  const value = secrets.value(`${PRODUCT}/dev/${platform}`);
  return value === null ? null : (JSON.parse(value) as { secret: string }).secret;
}
