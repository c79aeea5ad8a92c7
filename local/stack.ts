import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EventBus } from './bus/bus.ts';
import { Schedules } from './bus/schedules.ts';
import { startControl } from './control/control.ts';
import { LocalMetrics } from './control/metrics.ts';
import { stackControls } from './control/stack-controls.ts';
import { assertNotRunning, forget } from './folder.ts';
import { readGateway } from './gateway/from-template.ts';
import { Gateway } from './gateway/gateway.ts';
import { Permissions } from './iam/permissions.ts';
import { endpointVariables, functionEnvironment } from './lambda/environment.ts';
import { startLambdaHost } from './lambda/host.ts';
import { asyncInvoker } from './lambda/invoke-async.ts';
import { near } from './near.ts';
import { ControlClock } from './parts/clock.ts';
import { LOCAL_CREDENTIALS } from './parts/constants.ts';
import { Faults } from './parts/faults.ts';
import { RequestLog } from './parts/requests.ts';
import { realStripe, stripeSettings } from './parts/stripe/real.ts';
import { startPortal } from './portal/portal.ts';
import { all, timed } from './progress.ts';
import { awsOf, provision, resolveModel } from './provision.ts';
import { isTableWrite } from './proxy/calls.ts';
import { Crashes } from './proxy/crashes.ts';
import { AwsProxy } from './proxy/proxy.ts';
import { seedOnce } from './seeding.ts';
import { queueSender } from './send-to-queue.ts';
import { Sources } from './sources/sources.ts';
import { platformSecret, startParts } from './start-parts.ts';
import { readState, removeState, type SeedInput, type State, writeState } from './state.ts';
import { loadTemplate } from './template/load.ts';
import type { FunctionModel } from './template/model.ts';

export type StackOptions = {
  /** the API's; the other addresses follow it where they are free. 0: any free ports */
  port?: number;
  /** where data, logs and `state.json` lie; default `.local` of the repository */
  localDir?: string;
  /** forget what an earlier run left */
  fresh?: boolean;
  /** seed a platform administrator only */
  empty?: boolean;
  /** a folder synthesized already, instead of the product's sources */
  assembly?: string;
  /** told of each slow step; silent by default */
  progress?: (line: string) => void;
};

export type Stack = {
  state: State;
  /** what went wrong in functions, one line each */
  failures: string[];
  stop(): Promise<void>;
};

const DEFAULT_DIR = fileURLToPath(new URL('../.local', import.meta.url));

/**
 * Brings the synthesized template up on this machine. Everything started is stopped again when a
 * step fails, and by `stop`.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const localDir = resolve(options.localDir ?? DEFAULT_DIR);
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    // Only what this start wrote: a second start by mistake must not take the first one's state away.
    if (readState(localDir)?.process === process.pid) removeState(localDir);
    while (stops.length > 0) {
      // One part that does not end well must not keep the others running.
      await stops
        .pop()?.()
        .catch((error: unknown) => console.error('stopping:', error));
    }
  };
  try {
    return await start({ ...options, localDir }, stops, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: StackOptions & { localDir: string },
  stops: (() => Promise<unknown>)[],
  stop: () => Promise<void>,
): Promise<Stack> {
  const { localDir } = options;
  const progress = timed(options.progress ?? (() => {}));
  const dataDir = join(localDir, 'data');
  const logsDir = join(localDir, 'logs');
  const port = options.port ?? 3000;
  const real = realStripe(process.env);
  const clock = new ControlClock();
  const requests = new RequestLog(clock);
  const faults = new Faults();
  const crashes = new Crashes();
  const failures: string[] = [];
  const started = <T extends { stop(): Promise<unknown> }>(part: T): T => {
    stops.push(() => part.stop());
    return part;
  };

  // The API's port first: a second start by mistake must not touch the first one's data.
  const gateway = started(new Gateway());
  await gateway.listen(port);
  await assertNotRunning(localDir);
  if (options.fresh) await forget(localDir);
  await mkdir(logsDir, { recursive: true });
  const metrics = new LocalMetrics(logsDir);

  const parts = { clock, requests, faults, dataDir, port, started, progress };
  const [stacks, standIns] = await all([
    progress('template', loadTemplate(options.assembly, progress)),
    startParts(parts),
  ]);
  const { dynamodb, queues, userPools, secrets, mail, twilio, stripe, eTeori, findkoreskole } =
    standIns;

  stripe.deliverTo(`${gateway.origin}/webhooks/stripe`);
  const settings = stripeSettings(real, stripe);

  const proxy = new AwsProxy({
    crashes,
    namesOfChild: (id) => {
      const fn = host.functionOfChild(id);
      return fn === undefined ? [] : [fn.shortName, fn.name];
    },
    killChild: (id) => host.killChild(id),
    refusal: (call, body) => {
      const fn = call.caller === null ? undefined : host.functionOfChild(call.caller);
      return fn === undefined ? null : permissions.refusal(fn.shortName, call, body);
    },
    onCall: (call) => {
      if (isTableWrite(call)) sources.nudge();
    },
  });
  await proxy.start(0);
  started(proxy);

  const model = resolveModel(stacks, { proxy: proxy.origin, api: gateway.origin }, secrets);
  const permissions = new Permissions(model);
  const { streams, pools } = await progress(
    'tables, queues, user pool',
    provision({
      model,
      dynamoDbEndpoint: dynamodb.endpoint,
      queues,
      userPools,
      secrets,
      twilio: twilio.account,
      stripe: settings,
    }),
  );

  const portal = started(await near(port, 2, (at) => startPortal(at, gateway.origin)));
  const overrides = {
    TWILIO_API_URL: twilio.endpoint,
    STRIPE_API_URL: settings.apiUrl,
    PORTAL_URL: portal.endpoint,
    MESSAGE_ALLOW_LIST: '*',
    E_TEORI_API_URL: eTeori.endpoint,
    FINDKORESKOLE_API_URL: findkoreskole.endpoint,
    // Receivers on this machine, with a port of their own; what leaves is seen and disturbed on its way.
    WEBHOOK_ALLOW_LIST: '127.0.0.1:*,localhost:*',
    WEBHOOK_EGRESS_URL: standIns.webhooks.endpoint,
  };
  const environment = (fn: FunctionModel, childId: string) =>
    functionEnvironment(fn, { childId, proxyOrigin: proxy.origin, overrides });
  const host = started(
    await startLambdaHost({
      functions: model.functions,
      clock,
      logsDir,
      environment,
      onFailure: (fn, { errorType, errorMessage }) => {
        const line = `${fn.shortName}: ${errorType}: ${errorMessage.slice(0, 200)}`;
        failures.push(line);
        options.progress?.(`  ! ${line}`);
      },
    }),
  );

  const sendToQueue = queueSender(queues.endpoint);
  const invokeAsync = asyncInvoker({
    invoke: host.invoke,
    configs: model.invokeConfigs,
    sendToQueue,
  });
  const bus = new EventBus({
    clock,
    buses: model.buses,
    rules: model.rules,
    deliver: {
      toQueue: sendToQueue,
      toFunction: async (arn, event) => void (await invokeAsync(arn, event)),
    },
  });
  const schedules = new Schedules({
    clock,
    rules: model.rules,
    run: async (target, input) => {
      if (target.Arn.split(':')[2] === 'sqs') await sendToQueue(target.Arn, JSON.stringify(input));
      else await invokeAsync(target.Arn, input);
    },
  });
  const sources = new Sources({
    mappings: model.mappings,
    queues,
    dynamoDbEndpoint: dynamodb.endpoint,
    streams,
    dataDir,
    invoke: host.invoke,
    sendToQueue,
  });

  proxy.route('dynamodb', dynamodb.endpoint);
  proxy.route('dynamodbstreams', dynamodb.endpoint);
  proxy.route('sqs', queues.endpoint);
  proxy.route('ses', mail.endpoint);
  proxy.route('secretsmanager', secrets.endpoint);
  proxy.route('cognito-idp', userPools.endpoint);
  proxy.route('events', (action, body) => bus.answer(action, body));

  gateway.open({
    ...readGateway(model, clock, (poolId) => {
      const pool = pools.get(poolId);
      if (pool === undefined) throw new Error(`the authorizer's user pool ${poolId} is unknown`);
      return pool;
    }),
    invoke: host.invoke,
  });

  const aws = awsOf(model, proxy.origin);
  const seedInput: SeedInput = {
    empty: options.empty ?? false,
    now: () => clock.now(),
    ...aws,
    credentials: LOCAL_CREDENTIALS,
    environment: {
      ...Object.assign({}, ...model.functions.map((fn) => environment(fn, 'seed'))),
      AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
      ...endpointVariables(proxy.origin),
    },
    stripeAccount: real?.account ?? stripe.firstAccount(),
    api: gateway.origin,
    portal: portal.endpoint,
  };
  const seeded = await progress('seed', seedOnce(dataDir, dynamodb.endpoint, seedInput));

  sources.start();
  started(sources);
  schedules.start();
  stops.push(async () => schedules.stop());
  // Stopped before the sources: their running invocations then end at once.
  stops.push(() => host.stop());

  const control = started(
    await near(port, 1, (at) =>
      startControl(
        at,
        stackControls({
          localDir,
          api: gateway.origin,
          clock,
          requests,
          faults,
          crashes,
          queues,
          mail,
          twilio,
          stripe,
          eTeori,
          findkoreskole,
          userPools,
          bus,
          schedules,
          sources,
          host,
          permissions,
          metrics,
        }),
      ),
    ),
  );

  const state: State = {
    process: process.pid,
    api: gateway.origin,
    docs: `${gateway.origin}/docs`,
    mail: mail.endpoint,
    control: control.endpoint,
    portal: portal.endpoint,
    aws,
    secrets: {
      stripeWebhook: settings.webhookSecret,
      stripeConnectAccount: seedInput.stripeAccount,
      twilioAuthToken: twilio.account.authToken,
      findkoreskole: platformSecret(secrets, 'findkoreskole'),
      eTeori: platformSecret(secrets, 'e-teori'),
    },
    ...seeded,
  };
  writeState(localDir, state);
  return { state, failures, stop };
}
