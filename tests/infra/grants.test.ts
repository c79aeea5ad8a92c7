import { afterAll, describe, expect, it } from 'vitest';
import type { Needs } from '../../functions/shared/operation.ts';
import type { Areas } from '../../infra/operations.ts';
import { checkHealth } from './fixture/functions/people/check-health.contract.ts';
import { Deployment, fixtureOptions, list, removeScratch, statements } from './support/synth.ts';

afterAll(removeScratch);

/** What a function with these needs may do and is told, beyond what every function may and is. */
async function granted(
  needs: Needs,
): Promise<{ actions: string[]; variables: string[]; text: string }> {
  const { create, rest } = operationsWith(needs);
  const deployment = await Deployment.of({ ...fixtureOptions, areas: { ...rest, people: create } });
  const role = (id: string) => id.startsWith('People/CreatePerson');
  const own = statements(deployment)
    .filter(({ of }) => role(of.id))
    .map(({ statement }) => statement)
    .filter(({ Action }) => !list(Action).some((action) => action.startsWith('logs:')));
  const [lambda] = deployment.all('AWS::Lambda::Function').filter(({ id }) => role(id));
  return {
    actions: own.flatMap(({ Action }) => list(Action)).sort(),
    variables: Object.keys(lambda?.Properties.Environment.Variables)
      .filter((name) => name !== 'STAGE' && !name.startsWith('POWERTOOLS_'))
      .sort(),
    text: JSON.stringify(own),
  };
}

function operationsWith(needs: Needs): { create: Areas[string]; rest: Areas } {
  const { people, ...rest } = fixtureOptions.areas;
  const create = people?.operations.find(({ name }) => name === 'create-person');
  if (create === undefined) throw new Error('the fixture lost create-person');
  return { create: { operations: [checkHealth, { ...create, needs }], workers: [] }, rest };
}

describe('a need grants its statements and sets its variables, and nothing else', () => {
  it.each<{ needs: Needs; actions: string[]; variables: string[] }>([
    { needs: {}, actions: [], variables: [] },
    {
      needs: { table: 'read' },
      actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
      variables: ['TABLE_NAME'],
    },
    {
      needs: { table: 'write' },
      actions: [
        'dynamodb:BatchGetItem',
        'dynamodb:ConditionCheckItem',
        'dynamodb:DeleteItem',
        'dynamodb:GetItem',
        'dynamodb:PutItem',
        'dynamodb:Query',
      ],
      variables: ['TABLE_NAME'],
    },
    {
      needs: { table: 'append' },
      actions: ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem'],
      variables: ['TABLE_NAME'],
    },
    { needs: { indexes: ['byDue'] }, actions: ['dynamodb:Query'], variables: ['TABLE_NAME'] },
    {
      needs: { rateLimits: true },
      actions: ['dynamodb:UpdateItem'],
      variables: ['RATE_LIMITS', 'TABLE_NAME'],
    },
    {
      needs: { outbox: true },
      actions: ['dynamodb:DeleteItem', 'dynamodb:UpdateItem'],
      variables: ['TABLE_NAME'],
    },
    {
      needs: { keys: true },
      actions: ['secretsmanager:GetSecretValue'],
      variables: ['KEYS_SECRET_ID'],
    },
    {
      // calls for an app client are not signed: no permission exists for them
      needs: { userPool: ['InitiateAuth', 'RevokeToken'] },
      actions: [],
      variables: ['USER_POOL_CLIENT_ID', 'USER_POOL_ID'],
    },
    {
      needs: { userPool: ['AdminSetUserPassword', 'InitiateAuth'] },
      actions: ['cognito-idp:AdminSetUserPassword'],
      variables: ['USER_POOL_CLIENT_ID', 'USER_POOL_ID'],
    },
    { needs: { bus: 'publish' }, actions: ['events:PutEvents'], variables: ['EVENT_BUS_NAME'] },
    { needs: { queues: ['email'] }, actions: ['sqs:SendMessage'], variables: ['EMAIL_QUEUE_URL'] },
    { needs: { queues: ['sms'] }, actions: ['sqs:SendMessage'], variables: ['SMS_QUEUE_URL'] },
    {
      needs: { email: true },
      actions: ['ses:SendRawEmail'],
      variables: ['MESSAGE_ALLOW_LIST', 'SENDER_EMAIL', 'SES_CONFIGURATION_SET'],
    },
    {
      needs: { sms: true },
      actions: ['secretsmanager:GetSecretValue'],
      variables: ['MESSAGE_ALLOW_LIST', 'PUBLIC_API_URL', 'TWILIO_API_URL', 'TWILIO_SECRET_ID'],
    },
    {
      needs: { twilioCallbacks: true },
      actions: ['secretsmanager:GetSecretValue'],
      variables: ['PUBLIC_API_URL', 'TWILIO_SECRET_ID'],
    },
    {
      needs: { sendingLimits: true },
      actions: ['dynamodb:UpdateItem'],
      variables: ['SENDING_LIMITS', 'TABLE_NAME'],
    },
    {
      needs: { queues: ['deliveries'] },
      actions: ['sqs:SendMessage'],
      variables: ['DELIVERIES_QUEUE_URL'],
    },
    {
      needs: { queues: ['stripe'] },
      actions: ['sqs:SendMessage'],
      variables: ['STRIPE_QUEUE_URL'],
    },
    {
      needs: { queues: ['reconciliation'] },
      actions: ['sqs:SendMessage'],
      variables: ['RECONCILIATION_QUEUE_URL'],
    },
    {
      needs: { stripe: true },
      actions: ['secretsmanager:GetSecretValue'],
      variables: ['STRIPE_API_URL', 'STRIPE_SECRET_ID'],
    },
    {
      needs: { stripeWebhook: true },
      actions: ['secretsmanager:GetSecretValue'],
      variables: ['STRIPE_WEBHOOK_SECRET_ID'],
    },
    { needs: { livemode: true }, actions: [], variables: ['STRIPE_LIVEMODE'] },
    {
      needs: { queues: ['e-teori', 'webhooks'] },
      // CDK makes one statement of the two, naming both queues
      actions: ['sqs:SendMessage'],
      variables: ['E_TEORI_QUEUE_URL', 'WEBHOOKS_QUEUE_URL'],
    },
    {
      needs: { platform: 'e-teori' },
      actions: ['secretsmanager:GetSecretValue'],
      variables: ['E_TEORI_API_URL', 'E_TEORI_SECRET_ID'],
    },
    {
      needs: { platform: 'findkoreskole' },
      actions: ['secretsmanager:GetSecretValue'],
      variables: ['FINDKORESKOLE_API_URL', 'FINDKORESKOLE_SECRET_ID'],
    },
    {
      needs: { webhooks: true },
      actions: [],
      variables: ['WEBHOOK_ALLOW_LIST', 'WEBHOOK_EGRESS_URL'],
    },
    { needs: { portal: true }, actions: [], variables: ['PORTAL_URL'] },
  ])('$needs', async ({ needs, actions, variables }) => {
    const grant = await granted(needs);
    expect(grant.actions).toEqual(actions);
    expect(grant.variables).toEqual(variables);
  });

  it('names the index it grants, not the table with all of them', async () => {
    const { text } = await granted({ indexes: ['bySchoolAndTime'] });
    expect(text).toContain('/index/bySchoolAndTime');
    expect(text).not.toContain('byDue');
  });

  it('keeps the key for calling Stripe from whoever verifies its deliveries', async () => {
    const [webhook, caller] = [
      (await granted({ stripeWebhook: true })).text,
      (await granted({ stripe: true })).text,
    ];
    expect(webhook).toContain('StripeWebhook');
    expect(caller).not.toContain('StripeWebhook');
    expect(webhook.replaceAll('StripeWebhook', '')).not.toContain('Stripe');
  });

  it('lets mail out under the stage’s own sender only', async () => {
    const { text } = await granted({ email: true });
    expect(text).toContain('"ses:FromAddress":"no-reply@dev.just-driving.example"');
    expect(text).toContain(':identity/dev.just-driving.example');
    expect(text).toContain(':configuration-set/just-driving-dev-mail');
  });
});

it('lets a queue consumer take from, and put off messages of, its own queue', async () => {
  const deployment = await Deployment.of(fixtureOptions);
  const receiving = statements(deployment).filter(({ statement }) =>
    list(statement.Action).includes('sqs:ReceiveMessage'),
  );
  expect(receiving).toHaveLength(3);
  for (const { of, statement } of receiving) {
    expect(list(statement.Resource), of.id).toHaveLength(1);
    expect(statement.Action).toContain('sqs:ChangeMessageVisibility');
  }
  const told = deployment
    .all('AWS::Lambda::Function')
    .filter(({ Properties }) => Properties.Environment.Variables.QUEUE_URL !== undefined);
  expect(told).toHaveLength(3);
});
