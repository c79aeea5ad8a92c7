import { physicalName } from '../../infra/names.ts';

/** CloudFormation watches at most five: what users and money feel first. */
const WATCHED = [
  'api-api-5xx',
  'outbox-outbox-age',
  'people-function-errors',
  'finance-function-errors',
  'notifications-function-errors',
];

/** Deploys an assembly as it lies there: nothing is built, and nobody is asked. */
const DEPLOY = ['deploy', '--all', '--require-approval', 'never', '--app'];

export type Watch = { stage: string; region: string; account: string; minutes: number };

/**
 * A new release, watched: an alarm that goes off while a stack is updated, or in so many minutes after,
 * makes CloudFormation take this stack back, and the deploy of the stacks after it stops.
 */
export function rolloutArguments(assembly: string, watch: Watch | null): string[] {
  if (watch === null) return [...DEPLOY, assembly];
  const { stage, region, account, minutes } = watch;
  const arns = WATCHED.map(
    (name) => `arn:aws:cloudwatch:${region}:${account}:alarm:${physicalName(stage, name)}`,
  );
  return [
    ...[...DEPLOY, assembly],
    ...arns.flatMap((arn) => ['--rollback-trigger-alarm-arns', arn]),
    ...['--monitoring-time-minutes', String(minutes)],
  ];
}

/**
 * Back to a kept release. The triggers of the last deploy are taken off, or the alarm that is the
 * reason for going back would stop it.
 */
export function rollbackArguments(assembly: string): string[] {
  return [...DEPLOY, assembly, '--rollback-trigger-alarm-arns', 'none'];
}
