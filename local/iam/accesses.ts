import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from '../parts/constants.ts';
import type { Call } from '../proxy/calls.ts';
import type { Access } from './statements.ts';

/** What of a table decides who may touch a row: the partition key of the table and of each index. */
export type KeyNames = { table: string; indexes: Readonly<Record<string, string>> };

/** Partition keys by table name. */
export type Tables = ReadonlyMap<string, KeyNames>;

/** The call is none that a policy could be held against here: it is refused, never waved through. */
export class UnknownCall extends Error {
  override name = 'UnknownCall';
}

const arn = (service: string, rest: string) =>
  `arn:aws:${service}:${LOCAL_REGION}:${LOCAL_ACCOUNT_ID}:${rest}`;

/** Cognito's calls for an app client are not signed, so no policy governs them. */
const UNSIGNED = new Set(['cognito-idp:InitiateAuth', 'cognito-idp:RevokeToken']);

/**
 * Every access that IAM would judge before a call is carried out: one for each action and resource
 * in it. A transaction asks for each of its items, by that item's own action.
 *
 * Throws `UnknownCall` for a call that is not on the list.
 */
export function accessesOf(call: Call, raw: Buffer, tables: Tables): Access[] {
  const name = `${call.service}:${call.action}`;
  if (UNSIGNED.has(name)) return [];
  if (call.service === 'ses') return sesAccesses(name, new URLSearchParams(raw.toString()));
  const body = JSON.parse(raw.toString() || '{}') as Body;
  switch (call.service) {
    case 'dynamodb':
      return dynamoDbAccesses(call.action, body, tables);
    case 'sqs':
      return [one(sqsAction(name), arn('sqs', String(body.QueueUrl).split('/').at(-1) ?? ''))];
    case 'secretsmanager':
      return [one(name, String(body.SecretId))];
    case 'cognito-idp':
      return [one(name, arn('cognito-idp', `userpool/${body.UserPoolId}`))];
    case 'events':
      return (body.Entries as { EventBusName?: string }[]).map(({ EventBusName = 'default' }) =>
        one(
          name,
          EventBusName.startsWith('arn:')
            ? EventBusName
            : arn('events', `event-bus/${EventBusName}`),
        ),
      );
    default:
      throw new UnknownCall(`${name} by a function`);
  }
}

type Body = Record<string, unknown>;
type Item = Record<string, Record<string, string>>;

function one(action: string, resource: string, keys: Access['keys'] = {}): Access {
  return { action, resource, keys };
}

/** A batch needs the permission of the single call; there is none of its own. */
function sqsAction(name: string): string {
  return name.replace(/Batch$/, '');
}

function sesAccesses(name: string, form: URLSearchParams): Access[] {
  if (name !== 'ses:SendRawEmail' && name !== 'ses:SendEmail') throw new UnknownCall(name);
  const from = form.get('Source') ?? '';
  const keys = { 'ses:FromAddress': [from] };
  const configurationSet = form.get('ConfigurationSetName');
  return [
    one(name, arn('ses', `identity/${from.split('@').at(-1)}`), keys),
    ...(configurationSet === null
      ? []
      : [one(name, arn('ses', `configuration-set/${configurationSet}`), keys)]),
  ];
}

function dynamoDbAccesses(action: string, body: Body, tables: Tables): Access[] {
  switch (action) {
    case 'GetItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [onItem(action, body, body.Key as Item, tables)];
    case 'PutItem':
      return [onItem(action, body, body.Item as Item, tables)];
    case 'Query':
      return [queryAccess(body, tables)];
    case 'BatchGetItem':
      return Object.entries(body.RequestItems as Record<string, { Keys: Item[] }>).map(
        ([table, { Keys }]) =>
          one('dynamodb:BatchGetItem', tableArn(table), {
            'dynamodb:LeadingKeys': Keys.flatMap((key) => leadingKey(key, table, tables)),
          }),
      );
    case 'TransactWriteItems':
      return (body.TransactItems as Record<string, Body>[]).flatMap((item) =>
        Object.entries(item).map(([kind, part]) =>
          onItem(
            WITHIN_TRANSACTION[kind] ?? kind,
            part,
            (part.Item ?? part.Key) as Item,
            tables,
            action,
          ),
        ),
      );
    default:
      throw new UnknownCall(`dynamodb:${action} by a function`);
  }
}

const WITHIN_TRANSACTION: Record<string, string> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

function onItem(
  action: string,
  { TableName }: Body,
  key: Item,
  tables: Tables,
  enclosing?: string,
): Access {
  return one(`dynamodb:${action}`, tableArn(String(TableName)), {
    'dynamodb:LeadingKeys': leadingKey(key, String(TableName), tables),
    ...(enclosing !== undefined && { 'dynamodb:EnclosingOperation': [enclosing] }),
  });
}

function queryAccess(body: Body, tables: Tables): Access {
  const table = String(body.TableName);
  const index = body.IndexName === undefined ? null : String(body.IndexName);
  const keyNames = tables.get(tableName(table));
  const keyName = index === null ? keyNames?.table : keyNames?.indexes[index];
  const names = (body.ExpressionAttributeNames ?? {}) as Record<string, string>;
  const values = (body.ExpressionAttributeValues ?? {}) as Item;
  const equalities = String(body.KeyConditionExpression).matchAll(/([#\w]+)\s*=\s*(:\w+)/g);
  const leading = [...equalities]
    .filter(([, left = '']) => (names[left] ?? left) === keyName)
    .flatMap(([, , right = '']) => values[right]?.S ?? []);
  return one(
    'dynamodb:Query',
    index === null ? tableArn(table) : `${tableArn(table)}/index/${index}`,
    {
      'dynamodb:LeadingKeys': leading,
    },
  );
}

function leadingKey(key: Item, table: string, tables: Tables): string[] {
  const value = key[tables.get(tableName(table))?.table ?? '']?.S;
  return value === undefined ? [] : [value];
}

function tableName(nameOrArn: string): string {
  return nameOrArn.split('/').at(-1) ?? nameOrArn;
}

function tableArn(nameOrArn: string): string {
  return arn('dynamodb', `table/${tableName(nameOrArn)}`);
}
