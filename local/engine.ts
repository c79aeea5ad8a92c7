import type { Base } from './base.ts';
import { EventBus } from './bus/bus.ts';
import { Schedules } from './bus/schedules.ts';
import { LocalMetrics } from './control/metrics.ts';
import { stackControls } from './control/stack-controls.ts';
import { readGateway } from './gateway/from-template.ts';
import { Permissions } from './iam/permissions.ts';
import { functionEnvironment } from './lambda/environment.ts';
import { startLambdaHost } from './lambda/host.ts';
import { asyncInvoker } from './lambda/invoke-async.ts';
import { provision, resolveModel } from './provision.ts';
import { queueSender } from './send-to-queue.ts';
import { Sources } from './sources/sources.ts';
import type { FunctionModel } from './template/model.ts';
import type { StackTemplate } from './template/types.ts';

export type EngineOptions = {
  base: Base;
  stacks: readonly StackTemplate[];
  /** variables that take the place of the template's, where it has them */
  overrides: Record<string, string>;
  /** told of each failure in a function, in one line */
  onFailure?: (line: string) => void;
};

/**
 * Runs the stacks' templates on the base: resources made, functions hosted, routes open. Queues,
 * streams and schedules wake nothing before `run`, so that a seed finds the table still.
 */
export async function startEngine({ base, stacks, overrides, onFailure }: EngineOptions) {
  const { clock, gateway, proxy, dataDir, standIns } = base;
  const { dynamodb, queues, userPools, secrets } = standIns;
  const model = resolveModel(stacks, { proxy: proxy.origin, api: gateway.origin }, secrets);
  const permissions = new Permissions(model);
  const { streams, pools } = await base.progress(
    'tables, queues, user pool',
    provision({ model, dynamoDbEndpoint: dynamodb.endpoint, queues, userPools }),
  );

  const environment = (fn: FunctionModel, childId: string) =>
    functionEnvironment(fn, { childId, proxyOrigin: proxy.origin, overrides });
  const host = await startLambdaHost({
    functions: model.functions,
    clock,
    logsDir: base.logsDir,
    timeFactor: base.timeFactor,
    environment,
    onFailure: (fn, { errorType, errorMessage }) => {
      const line = `${fn.shortName}: ${errorType}: ${errorMessage.slice(0, 200)}`;
      base.failures.push(line);
      onFailure?.(line);
    },
  });

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
    carried: base.carried,
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

  proxy.route('events', (action, body) => bus.answer(action, body));
  if (model.api === null) gateway.shut();
  else {
    gateway.open({
      ...readGateway(model, clock, (poolId) => {
        const pool = pools.get(poolId);
        if (pool === undefined) throw new Error(`the authorizer's user pool ${poolId} is unknown`);
        return pool;
      }),
      invoke: host.invoke,
    });
  }

  const engine = {
    ...{ model, permissions, environment, host, bus, schedules, sources },
    run(): void {
      sources.start();
      schedules.start();
    },
    /** Ends it; `kindly`: what a queue or the stream has begun is carried out first. */
    async stop({ kindly = false } = {}): Promise<void> {
      gateway.shut();
      schedules.stop();
      if (kindly) await sources.stop();
      // Without it their running invocations would be waited for.
      await host.stop();
      if (!kindly) await sources.stop();
    },
  };
  base.running.engine = engine;
  base.running.controls = stackControls({
    ...base,
    ...base.standIns,
    ...engine,
    api: gateway.origin,
    metrics: new LocalMetrics(base.logsDir),
  });
  return engine;
}

export type Engine = Awaited<ReturnType<typeof startEngine>>;
