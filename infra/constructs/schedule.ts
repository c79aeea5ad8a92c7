import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { physicalName } from '../names.ts';
import type { Platform } from '../platform.ts';
import type { AreaFunction } from './area-function.ts';
import { addDeadLetterQueue } from './work-queue.ts';

/** Lambda keeps an asynchronous call no longer than six hours. */
const LONGEST_EVENT_AGE_MINUTES = 360;

/**
 * Calls a function every so many minutes, in UTC. A missed call is not caught up here: what is due
 * lies in the table, and the next call finds it. So retries are few, and both ways to fail (the
 * rule not reaching Lambda, the function failing) end in one dead-letter queue.
 */
export function runEvery(
  minutes: number,
  job: AreaFunction,
  name: string,
  { stage, alarms }: Platform,
): void {
  const failures = addDeadLetterQueue(job, 'Failures', { stage, topic: alarms, name });
  const maxEventAge = Duration.minutes(Math.min(Math.max(minutes, 1), LONGEST_EVENT_AGE_MINUTES));
  job.allow(['sqs:SendMessage'], [failures.queueArn]);
  job.lambda.configureAsyncInvoke({
    onFailure: new SqsDestination(failures),
    retryAttempts: 1,
    maxEventAge,
  });
  new Rule(job, 'Schedule', {
    ruleName: physicalName(stage, name),
    schedule: Schedule.rate(Duration.minutes(minutes)),
    targets: [
      new LambdaFunction(job.lambda, { deadLetterQueue: failures, retryAttempts: 2, maxEventAge }),
    ],
  });
}
