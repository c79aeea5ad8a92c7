import { join } from 'node:path';
import { type Base, startBase } from '../base.ts';
import { ControlError } from '../control/control.ts';
import type { Engine } from '../engine.ts';
import { readJson } from '../parts/json-file.ts';
import { timed } from '../progress.ts';
import { putProviderSecrets } from '../provision.ts';
import { NOTHING_SEEDED, seedOnce } from '../seeding.ts';
import { type Seeded, type State, writeState } from '../state.ts';
import { type Stop, stopper } from '../stops.ts';
import { seedInputOf, stateOf } from '../told.ts';
import { Buckets } from './buckets.ts';
import { AccountState } from './cloudformation/account-state.ts';
import { cloudFormation } from './cloudformation/actions.ts';
import { Operations } from './cloudformation/operations.ts';
import { type AccountService, openDoor } from './door.ts';
import { groundOn } from './ground.ts';
import { answerQuery } from './query.ts';
import { S3 } from './s3.ts';
import { answerSsm } from './ssm.ts';
import { writeStageFile } from './stage-file.ts';
import { sts } from './sts.ts';

export type AccountOptions = {
  /** the AWS endpoint's; API, control, portal, mailbox and stand-ins follow it. 0: any free ports */
  port: number;
  localDir: string;
  fresh: boolean;
  say(line: string): void;
};

export type Account = {
  endpoint: string;
  api: string;
  control: string;
  mail: string;
  /** what a deploy is told of this machine's stand-ins */
  stageFile: string;
  stop(): Promise<void>;
};

/** An AWS account on this machine: empty, until something is deployed onto its endpoint. */
export async function startAccount(options: AccountOptions): Promise<Account> {
  const stops: Stop[] = [];
  const stop = stopper(options.localDir, stops);
  try {
    return { ...(await start(options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  { port, localDir, fresh, say }: AccountOptions,
  stops: Stop[],
): Promise<Omit<Account, 'stop'>> {
  const services: Record<string, AccountService> = {};
  const base = await startBase(
    {
      port: port === 0 ? 0 : port + 1,
      awsPort: port,
      ...{ localDir, fresh, progress: timed(say), door: openDoor(services) },
      meanwhile: async () => null,
    },
    stops,
  );
  const accountDir = join(base.dataDir, 'account');
  const buckets = new Buckets(join(accountDir, 'buckets'));
  const state = new AccountState(accountDir);
  const ground = groundOn(base, buckets, {
    onRun: (engine) => {
      base.running.controls['POST /_local/seed'] = ({ body }) => seed(engine, body.empty === true);
      tell(engine);
    },
    onFailure: (line) => say(`  ! ${line}`),
  });
  stops.push(() => ground.stop());

  const tell = (engine: Engine, seeded = readSeeded(base)): State => {
    const told = stateOf(base, engine, seedInputOf(base, engine, { empty: false }), seeded);
    writeState(localDir, told);
    return told;
  };
  /** Plays the operator of a new stage, and the schools that use it. */
  const seed = async (engine: Engine, empty: boolean) => {
    if (engine.model.api === null || engine.model.tables.length === 0) {
      throw new ControlError(409, 'nothing to seed: deploy all stacks first');
    }
    putProviderSecrets(engine.model.secrets, base.keysOfProviders);
    const input = seedInputOf(base, engine, { empty });
    const seeded = await seedOnce(base.dataDir, base.standIns.dynamodb.endpoint, input);
    if (seeded.users.length === 0) {
      throw new ControlError(409, 'the table holds rows already: start with --fresh');
    }
    await ground.restart(); // whoever has read a secret keeps it
    return tell(ground.engine() ?? engine, seeded);
  };

  const operations = new Operations(state, ground);
  const sources = {
    ssm: (name: string) => operations.parameter(name),
    template: (url: string) => templateAt(buckets, url),
  };
  const query = (service: Parameters<typeof answerQuery>[0]): AccountService => {
    return (_request, body) => answerQuery(service, body);
  };
  const s3 = new S3(buckets);
  services.sts = query(sts({ hasRole: (arn) => state.hasRole(arn) }));
  services.cloudformation = query(cloudFormation(state, operations, sources));
  services.s3 = (request, body) => s3.answer(request, body);
  services.ssm = ({ headers }, body) =>
    answerSsm(sources.ssm, String(headers['x-amz-target'] ?? ''), body);

  base.running.controls = { 'GET /_local/status': () => ({ localDir, functions: [] }) };
  await operations.resume();
  const stageFile = join(localDir, 'stage.json');
  writeStageFile(stageFile, base);
  return {
    endpoint: base.proxy.origin,
    api: base.gateway.origin,
    control: base.control.endpoint,
    mail: base.standIns.mail.endpoint,
    stageFile,
  };
}

function readSeeded({ dataDir }: Pick<Base, 'dataDir'>): Seeded {
  return readJson<Seeded>(join(dataDir, 'seeded.json')) ?? NOTHING_SEEDED;
}

/** `https://s3.<region>.amazonaws.com/<bucket>/<key>`, or the bucket before the host. */
function templateAt(buckets: Buckets, address: string): string | null {
  const { hostname, pathname } = new URL(address);
  const inHost = /^(.+)\.s3[.-]/.exec(hostname)?.[1];
  const segments = pathname.slice(1).split('/').map(decodeURIComponent);
  const bucket = inHost ?? segments.shift() ?? '';
  const key = segments.join('/');
  if (!buckets.has(bucket) || buckets.head(bucket, key) === null) return null;
  return buckets.body(bucket, key).toString('utf8');
}
