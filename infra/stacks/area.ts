import { Duration, Stack } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Worker } from '../../functions/shared/worker.ts';
import { addAlarm } from '../constructs/alarm.ts';
import { ApiFunction } from '../constructs/api-function.ts';
import { AreaFunction, DEFAULT_WORKER_TIMEOUT_SECONDS } from '../constructs/area-function.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { consume } from '../constructs/queue-consumer.ts';
import { runEvery } from '../constructs/schedule.ts';
import { relayOutbox } from '../constructs/stream-relay.ts';
import { constructId, physicalName } from '../names.ts';
import type { Area } from '../operations.ts';
import type { Platform } from '../platform.ts';

type AreaProps = {
  platform: Platform;
  name: string;
  area: Area;
  /** the folder of a function's bundle, by the function's name */
  bundleOf: (name: string) => string;
};

/** One area: its operations with their routes, its workers with what wakes them, its alarms. */
export class AreaStack extends Stack {
  constructor(scope: Construct, { platform, name, area, bundleOf }: AreaProps) {
    super(scope, constructId(name), {
      stackName: physicalName(platform.stage, name),
      description: `Just Driving: ${name}`,
    });
    const lambdas: LambdaFunction[] = [];
    for (const operation of area.operations) {
      const { function: handler } = new ApiFunction(this, constructId(operation.name), {
        platform,
        operation,
        bundle: bundleOf(operation.name),
      });
      lambdas.push(handler.lambda);
    }
    for (const worker of area.workers) {
      const handler = new AreaFunction(this, constructId(worker.name), {
        platform,
        definition: worker,
        bundle: bundleOf(worker.name),
        defaultTimeoutSeconds: DEFAULT_WORKER_TIMEOUT_SECONDS,
      });
      wake(handler, worker, platform);
      lambdas.push(handler.lambda);
    }
    addFunctionAlarms(this, name, lambdas, platform);
  }
}

/** Connects a worker to its trigger. */
function wake(handler: AreaFunction, { name, trigger }: Worker, platform: Platform): void {
  switch (trigger.kind) {
    case 'events': {
      const { source } = new EventSubscription(handler, 'Subscription', {
        stage: platform.stage,
        topic: platform.alarms,
        bus: platform.bus,
        name,
        events: trigger.events,
        consumerTimeoutSeconds: handler.timeoutSeconds,
      });
      consume({
        consumer: handler,
        source,
        ...batching(trigger),
        putsBack: trigger.putsBack ?? false,
      });
      break;
    }
    case 'queue':
      consume({
        consumer: handler,
        source: platform.queues[trigger.queue],
        ...batching(trigger),
      });
      break;
    case 'outbox-stream':
      relayOutbox(handler, name, platform);
      break;
    case 'schedule':
      runEvery(trigger.everyMinutes, handler, name, platform);
      break;
    default:
      throw new Error(`unknown trigger ${JSON.stringify(trigger satisfies never)}`);
  }
}

function batching({ batchSize, concurrency }: { batchSize: number; concurrency?: number }) {
  return { batchSize, ...(concurrency === undefined ? {} : { concurrency }) };
}

/** An alarm on a sum takes at most this many metrics. */
const METRICS_PER_ALARM = 10;

/**
 * Errors and throttles summed over the area's functions: an alarm per function would be a hundred
 * alarms, and the first thing one does is open the area's dashboard row anyway.
 */
function addFunctionAlarms(
  stack: Stack,
  area: string,
  lambdas: readonly LambdaFunction[],
  platform: Platform,
): void {
  const period = Duration.minutes(5);
  for (let from = 0; from < lambdas.length; from += METRICS_PER_ALARM) {
    const group = lambdas.slice(from, from + METRICS_PER_ALARM);
    const subject = from === 0 ? area : `${area}-${from / METRICS_PER_ALARM + 1}`;
    const sumOf = (metricName: 'Errors' | 'Throttles') =>
      new MathExpression({
        expression: 'SUM(METRICS())',
        label: `${metricName} of ${subject}`,
        period,
        usingMetrics: Object.fromEntries(
          group.map((lambda, index) => [
            `m${index}`,
            lambda.metric(metricName, { statistic: 'Sum', period }),
          ]),
        ),
      });
    const shared = { stage: platform.stage, topic: platform.alarms, subject, above: 0 };
    addAlarm(stack, { ...shared, kind: 'function-errors', metric: sumOf('Errors') });
    addAlarm(stack, { ...shared, kind: 'function-throttles', metric: sumOf('Throttles') });
  }
}
