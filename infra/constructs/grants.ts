import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, type PolicyStatementProps } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { OUTBOX_PREFIX, RATE_PREFIX } from '../../domain/store/names.ts';
import {
  ENV,
  type EnvName,
  PLATFORM_VARIABLES,
  QUEUE_URLS,
} from '../../functions/shared/environment.ts';
import type { Needs, UserPoolAction } from '../../functions/shared/operation.ts';
import type { QueueName } from '../../functions/shared/queue-names.ts';
import type { Platform } from '../platform.ts';

/**
 * The one place where a need of a contract becomes IAM statements and environment variables, both
 * in the same entry, so that a permission and the variable it stands for cannot drift apart.
 * Statements are hand-written: CDK's `grantReadWriteData` would add Scan, BatchWriteItem and every
 * index to each of them.
 */
type Grant = {
  statements: readonly PolicyStatement[];
  environment: Readonly<Partial<Record<EnvName, string>>>;
};

/** Everything a function with these needs may do, and what it is told about it. */
export function grantsFor(scope: Construct, needs: Needs, platform: Platform): Grant {
  const grants = [
    needs.table && tableGrant(needs.table, platform),
    needs.indexes && indexGrant(needs.indexes, platform),
    needs.rateLimits && rateLimitGrant(platform),
    needs.outbox && outboxGrant(platform),
    needs.keys && secretGrant(platform.keysSecret.secretArn, ENV.keysSecretId),
    needs.userPool && userPoolGrant(needs.userPool, platform),
    needs.bus && busGrant(platform),
    ...(needs.queues ?? []).map((queue) => queueGrant(queue, platform)),
    needs.email && emailGrant(scope, platform),
    needs.sms && smsGrant(platform),
    needs.stripe && stripeGrant(platform),
    needs.stripeWebhook &&
      secretGrant(platform.stripeWebhookSecret.secretArn, ENV.stripeWebhookSecretId),
    needs.livemode && livemodeOf(platform),
    needs.platform && platformGrant(needs.platform, platform),
    needs.webhooks && webhookGrant(platform),
    needs.twilioCallbacks && twilioCallbackGrant(platform),
    needs.sendingLimits && sendingLimitGrant(platform),
    needs.portal && { statements: [], environment: { [ENV.portalUrl]: platform.config.portalUrl } },
  ].filter((grant): grant is Grant => Boolean(grant));

  return {
    statements: grants.flatMap(({ statements }) => statements),
    environment: Object.assign({}, ...grants.map(({ environment }) => environment)),
  };
}

function allow(
  actions: readonly string[],
  resources: readonly string[],
  conditions?: PolicyStatementProps['conditions'],
): PolicyStatement {
  return new PolicyStatement({
    actions: [...actions],
    resources: [...resources],
    ...(conditions === undefined ? {} : { conditions }),
  });
}

function tableGrant(access: NonNullable<Needs['table']>, { table }: Platform): Grant {
  const read = allow(
    ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
    [table.tableArn],
  );
  // The condition is what enforces the one door for writes: a put outside a transaction is refused.
  // No UpdateItem: the door replaces whole rows under their version.
  const write = allow(
    ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
    [table.tableArn],
    { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } },
  );
  return {
    statements: { read: [read], write: [read, write], append: [write] }[access],
    environment: { [ENV.tableName]: table.tableName },
  };
}

function indexGrant(indexes: NonNullable<Needs['indexes']>, { table }: Platform): Grant {
  const arns = indexes.map((index) => `${table.tableArn}/index/${index}`);
  return {
    statements: [allow(['dynamodb:Query'], arns)],
    environment: { [ENV.tableName]: table.tableName },
  };
}

/** Partition keys a statement reaches, by their beginning. */
function keysBeginning(prefix: string): NonNullable<PolicyStatementProps['conditions']> {
  return { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`${prefix}*`] } };
}

function rateLimitGrant({ table, config }: Platform): Grant {
  return {
    statements: [allow(['dynamodb:UpdateItem'], [table.tableArn], keysBeginning(RATE_PREFIX))],
    environment: {
      [ENV.tableName]: table.tableName,
      [ENV.rateLimits]: JSON.stringify(config.rateLimits),
    },
  };
}

function sendingLimitGrant({ table, config }: Platform): Grant {
  return {
    statements: [
      allow(['dynamodb:UpdateItem'], [table.tableArn], keysBeginning(`${RATE_PREFIX}sending-`)),
    ],
    environment: {
      [ENV.tableName]: table.tableName,
      [ENV.sendingLimits]: JSON.stringify(config.sendingLimits),
    },
  };
}

function outboxGrant({ table }: Platform): Grant {
  const actions = ['dynamodb:DeleteItem', 'dynamodb:UpdateItem'];
  return {
    statements: [allow(actions, [table.tableArn], keysBeginning(OUTBOX_PREFIX))],
    environment: { [ENV.tableName]: table.tableName },
  };
}

function secretGrant(arn: string, variable: EnvName): Grant {
  return {
    statements: [allow(['secretsmanager:GetSecretValue'], [arn])],
    environment: { [variable]: arn },
  };
}

/** Cognito's calls for an app client are not signed, so no policy governs them. */
const UNSIGNED: readonly UserPoolAction[] = ['InitiateAuth', 'RevokeToken'];

function userPoolGrant(actions: readonly UserPoolAction[], platform: Platform): Grant {
  const signed = actions.filter((action) => !UNSIGNED.includes(action));
  return {
    statements:
      signed.length === 0
        ? []
        : [
            allow(
              signed.map((action) => `cognito-idp:${action}`),
              [platform.userPool.userPoolArn],
            ),
          ],
    environment: {
      [ENV.userPoolId]: platform.userPool.userPoolId,
      [ENV.userPoolClientId]: platform.userPoolClient.userPoolClientId,
    },
  };
}

function busGrant({ bus }: Platform): Grant {
  return {
    statements: [allow(['events:PutEvents'], [bus.eventBusArn])],
    environment: { [ENV.busName]: bus.eventBusName },
  };
}

function queueGrant(name: QueueName, { queues }: Platform): Grant {
  const { queue } = queues[name];
  return {
    statements: [allow(['sqs:SendMessage'], [queue.queueArn])],
    environment: { [QUEUE_URLS[name]]: queue.queueUrl },
  };
}

function emailGrant(scope: Construct, { config, configurationSet }: Platform): Grant {
  const arn = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({ service: 'ses', resource, resourceName });
  const identity = arn('identity', config.emailIdentity);
  return {
    statements: [
      allow(['ses:SendRawEmail'], [identity, arn('configuration-set', configurationSet)], {
        StringEquals: { 'ses:FromAddress': config.senderEmail },
      }),
    ],
    environment: {
      [ENV.senderEmail]: config.senderEmail,
      [ENV.configurationSet]: configurationSet,
      [ENV.messageAllowList]: config.messageAllowList.join(','),
    },
  };
}

function smsGrant({ twilioSecret, config, api }: Platform): Grant {
  const secret = secretGrant(twilioSecret.secretArn, ENV.twilioSecretId);
  return {
    statements: secret.statements,
    environment: {
      ...secret.environment,
      [ENV.twilioApiUrl]: config.twilioApiUrl,
      [ENV.publicApiUrl]: api.url,
      [ENV.messageAllowList]: config.messageAllowList.join(','),
    },
  };
}

function stripeGrant({ stripeSecret, config }: Platform): Grant {
  const secret = secretGrant(stripeSecret.secretArn, ENV.stripeSecretId);
  return {
    statements: secret.statements,
    environment: { ...secret.environment, [ENV.stripeApiUrl]: config.stripe.apiUrl },
  };
}

function livemodeOf({ config }: Platform): Grant {
  return {
    statements: [],
    environment: { [ENV.stripeLivemode]: String(config.stripe.livemode) },
  };
}

function platformGrant(name: NonNullable<Needs['platform']>, platform: Platform): Grant {
  const { secretId, apiUrl } = PLATFORM_VARIABLES[name];
  const secret = secretGrant(platform.platformSecrets[name].secretArn, secretId);
  return {
    statements: secret.statements,
    environment: { ...secret.environment, [apiUrl]: platform.config.platformUrls[name] },
  };
}

/** Nothing to permit: what is called is anybody's. The words stand for "nothing", which no variable can say. */
function webhookGrant({ config }: Platform): Grant {
  const { allowList, egressUrl } = config.webhooks;
  return {
    statements: [],
    environment: {
      [ENV.webhookAllowList]: allowList.join(',') || 'none',
      [ENV.webhookEgressUrl]: egressUrl ?? 'direct',
    },
  };
}

function twilioCallbackGrant({ twilioSecret, api }: Platform): Grant {
  const secret = secretGrant(twilioSecret.secretArn, ENV.twilioSecretId);
  return {
    statements: secret.statements,
    environment: { ...secret.environment, [ENV.publicApiUrl]: api.url },
  };
}
