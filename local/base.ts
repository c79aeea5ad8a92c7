import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CarriedEvent } from './bus/bus.ts';
import { type Controls, startControl } from './control/control.ts';
import type { Engine } from './engine.ts';
import { assertNotRunning, forget } from './folder.ts';
import { Gateway } from './gateway/gateway.ts';
import { near } from './near.ts';
import { ControlClock } from './parts/clock.ts';
import { Faults } from './parts/faults.ts';
import { Journal } from './parts/json-file.ts';
import { RequestLog } from './parts/requests.ts';
import { realStripe, stripeSettings } from './parts/stripe/real.ts';
import { startPortal } from './portal/portal.ts';
import { all, type Progress } from './progress.ts';
import { isTableWrite } from './proxy/calls.ts';
import { Crashes } from './proxy/crashes.ts';
import { AwsProxy, type Door } from './proxy/proxy.ts';
import { startParts } from './start-parts.ts';
import type { Stop } from './stops.ts';

export type BaseOptions<T> = {
  /** the API's; control, portal and mailbox follow it where they are free. 0: any free ports */
  port: number;
  /** where all AWS calls are answered; default any free port */
  awsPort?: number;
  localDir: string;
  fresh: boolean;
  /** rows and queues in memory: faster, and gone with the process */
  inMemory?: boolean;
  /** how many times its timeout a function has; default once */
  timeFactor?: number;
  progress: Progress;
  /** answers AWS calls that are no function's business */
  door?: Door;
  /** what is read while the slowest part starts */
  meanwhile(): Promise<T>;
};

/** What runs on the base at present, and what the control address answers by it. */
type Running = { engine: Engine | null; controls: Controls };

/**
 * What lives as long as the process, whatever is deployed on it: the addresses, the stand-ins with
 * their data, the clock. An `Engine` on it says so in `running`.
 *
 * Each thing started is added to `stops` at once, so that a failure on the way leaves nothing behind.
 */
export async function startBase<T>(options: BaseOptions<T>, stops: Stop[]) {
  const { localDir, port, progress } = options;
  const started = <P extends { stop(): Promise<unknown> }>(part: P): P => {
    stops.push(() => part.stop());
    return part;
  };
  const real = realStripe(process.env);
  // The API's port first: a second start by mistake must not touch the first one's data.
  const gateway = started(new Gateway());
  await gateway.listen(port);
  await assertNotRunning(localDir);
  if (options.fresh) await forget(localDir);
  const dataDir = join(localDir, 'data');
  const logsDir = join(localDir, 'logs');
  await mkdir(logsDir, { recursive: true });

  const clock = new ControlClock();
  const requests = new RequestLog(clock);
  const faults = new Faults();
  const crashes = new Crashes();
  const { inMemory = false, timeFactor = 1 } = options;
  const parts = { clock, requests, faults, dataDir, inMemory, port, started, progress };
  const [meanwhile, standIns] = await all([options.meanwhile(), startParts(parts)]);

  const running: Running = { engine: null, controls: {} };
  const proxy = new AwsProxy({
    crashes,
    ...(options.door && { door: options.door }),
    namesOfChild: (id) => {
      const fn = running.engine?.host.functionOfChild(id);
      return fn === undefined ? [] : [fn.shortName, fn.name];
    },
    killChild: (id) => running.engine?.host.killChild(id),
    refusal: (call, body) => {
      const fn =
        call.caller === null ? undefined : running.engine?.host.functionOfChild(call.caller);
      return fn === undefined
        ? null
        : (running.engine?.permissions.refusal(fn.shortName, call, body) ?? null);
    },
    onCall: (call) => {
      if (isTableWrite(call)) running.engine?.sources.nudge();
    },
  });
  await proxy.start(options.awsPort ?? 0);
  started(proxy);
  proxy.route('dynamodb', standIns.dynamodb.endpoint);
  proxy.route('dynamodbstreams', standIns.dynamodb.endpoint);
  proxy.route('sqs', standIns.queues.endpoint);
  proxy.route('ses', standIns.mail.endpoint);
  proxy.route('secretsmanager', standIns.secrets.endpoint);
  proxy.route('cognito-idp', standIns.userPools.endpoint);

  const portal = started(await near(port, 2, (at) => startPortal(at, gateway.origin)));
  const control = started(await near(port, 1, (at) => startControl(at, () => running.controls)));

  standIns.stripe.deliverTo(`${gateway.origin}/webhooks/stripe`);
  const settings = stripeSettings(real, standIns.stripe);
  const base = {
    ...{ localDir, dataDir, logsDir, timeFactor, progress, meanwhile },
    ...{ clock, requests, faults, crashes, standIns, gateway, proxy, portal, control },
    ...{ running, real },
    stripeSettings: settings,
    /** what an operator puts into the providers' secrets */
    keysOfProviders: {
      secrets: standIns.secrets,
      twilio: standIns.twilio.account,
      stripe: settings,
    },
    /** what any bus here has taken */
    carried: new Journal<CarriedEvent>(join(dataDir, 'events.jsonl')),
    /** what went wrong in functions, one line each */
    failures: [] as string[],
  };
  return base;
}

export type Base = Omit<Awaited<ReturnType<typeof startBase>>, 'meanwhile'>;
