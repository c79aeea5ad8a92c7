import type { UserPool, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { Needs } from '../functions/shared/operation.ts';
import type { QueueName } from '../functions/shared/queue-names.ts';
import type { Stage, StageConfig } from './config.ts';
import type { WorkQueue } from './constructs/work-queue.ts';

/**
 * What every area stack is handed: the stage and the shared resources that functions may be
 * granted. An area reaches nothing that is not in here.
 */
export type Platform = {
  stage: Stage;
  config: StageConfig;
  /** table, user pool and secrets: what outlives every deploy */
  table: Table;
  userPool: UserPool;
  userPoolClient: UserPoolClient;
  keysSecret: Secret;
  twilioSecret: Secret;
  stripeSecret: Secret;
  stripeWebhookSecret: Secret;
  /** what we share with each Danish platform, for both directions */
  platformSecrets: Readonly<Record<NonNullable<Needs['platform']>, Secret>>;
  bus: IEventBus;
  queues: Readonly<Record<QueueName, WorkQueue>>;
  /** SES's name for how we send; its reports come to the queue of deliveries */
  configurationSet: string;
  alarms: Topic;
  /** lets a function send its X-Ray segments; the one statement on `*` */
  tracing: ManagedPolicy;
  /** the shared HTTP API by its attributes, so that routes can live with their function */
  api: { id: string; authorizerId: string; url: string };
};

/** The platform while it is being built: messaging and API come after the data. */
export type StageContext = Pick<Platform, 'stage' | 'config'>;
