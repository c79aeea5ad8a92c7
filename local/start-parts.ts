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
  inMemory: boolean;
  /** the API's; the stand-ins are near it, so that they are where they were in the next run */
  port: number;
  /** remembers a part that must be stopped in the end */
  started<T extends Part>(part: T): T;
  progress: Progress;
};

/** Starts the stand-ins for the services, all at once: the slowest is a JVM. */
export async function startParts({ started, progress, port, inMemory, ...common }: PartsOptions) {
  const { dataDir, clock } = common;
  const kept = (name: string) => (inMemory ? {} : { dataDir: join(dataDir, name) });
  const [dynamodb, queues, userPools, secrets, mail, twilio, stripe, webhooks] = await all([
    progress('DynamoDB Local', startDynamoDb(kept('dynamodb')).then(started)),
    startQueues(kept('queues')).then(started),
    progress(
      'user pools',
      startUserPools({ dataDir: join(dataDir, 'pools'), clock }).then(started),
    ),
    startSecrets({ dataDir }).then(started),
    near(port, 3, (at) => startMail({ ...common, port: at })).then(started),
    near(port, 4, (at) => startTwilio({ ...common, port: at })).then(started),
    near(port, 5, (at) => startStripe({ ...common, port: at })).then(started),
    near(port, 8, (at) => startWebhookExit({ ...common, port: at })).then(started),
  ]);
  const secretOf = (name: string) => ({ secret: () => platformSecret(secrets, name) });
  const [eTeori, findkoreskole] = await all([
    near(port, 6, (at) => startETeori({ ...common, ...secretOf('e-teori'), port: at })).then(
      started,
    ),
    near(port, 7, (at) =>
      startFindkoreskole({ ...common, ...secretOf('findkoreskole'), port: at }),
    ).then(started),
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
