import { describe, expect, it } from 'vitest';
import { Permissions } from '../../local/iam/permissions.ts';
import type { Call } from '../../local/proxy/calls.ts';
import type { FunctionModel, Resolved } from '../../local/template/model.ts';

const TABLE = 'arn:aws:dynamodb:eu-north-1:000000000000:table/lessons';
const QUEUE = 'arn:aws:sqs:eu-north-1:000000000000:mail';

const READ = { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Query'], Resource: TABLE };
const WRITE = {
  Effect: 'Allow',
  Action: ['dynamodb:PutItem', 'dynamodb:ConditionCheckItem'],
  Resource: TABLE,
  Condition: {
    'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
  },
};
const COUNT = {
  Effect: 'Allow',
  Action: 'dynamodb:UpdateItem',
  Resource: TABLE,
  Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['rate#*'] } },
};

function resource(properties: Record<string, unknown>, attributes = {}): Resolved {
  return { stackName: 'S', logicalId: 'R', type: 'T', properties, attributes };
}

/** A function `book` whose role holds these statements. */
function permissions(statements: unknown[], mappings: Resolved[] = []): Permissions {
  const Arn = 'arn:aws:iam::000000000000:role/book';
  return new Permissions({
    functions: [{ name: 'jd-book', shortName: 'book', arn: 'fn', role: Arn } as FunctionModel],
    roles: [
      resource({ Policies: [{ PolicyDocument: { Statement: statements } }] }, { Ref: 'book', Arn }),
    ],
    policies: [],
    tables: [
      resource(
        {
          KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
          GlobalSecondaryIndexes: [
            { IndexName: 'byDue', KeySchema: [{ AttributeName: 'dpk', KeyType: 'HASH' }] },
          ],
        },
        { Ref: 'lessons' },
      ),
    ],
    mappings,
  });
}

function dynamodb(action: string): Call {
  return { service: 'dynamodb', action, caller: 'LOCALF0001' };
}

const bytes = (body: unknown) => Buffer.from(JSON.stringify(body));
const put = { TableName: 'lessons', Item: { pk: { S: 'sch_1' } } };

describe('a call is allowed', () => {
  it('when a statement names its action and its table', () => {
    const get = { TableName: 'lessons', Key: { pk: { S: 'sch_1' } } };
    expect(permissions([READ]).refusal('book', dynamodb('GetItem'), bytes(get))).toBeNull();
  });

  it('inside a transaction, by the action of each of its items', () => {
    const body = bytes({
      TransactItems: [{ Put: put }, { ConditionCheck: { ...put, Key: put.Item } }],
    });
    expect(permissions([WRITE]).refusal('book', dynamodb('TransactWriteItems'), body)).toBeNull();
  });

  it('when Cognito takes it unsigned', () => {
    const call: Call = { service: 'cognito-idp', action: 'InitiateAuth', caller: 'LOCALF0001' };
    expect(permissions([]).refusal('book', call, bytes({ ClientId: 'c' }))).toBeNull();
  });
});

describe('a call is refused', () => {
  it('without a statement for its action, as AWS says it', () => {
    const refusal = permissions([READ]).refusal('book', dynamodb('PutItem'), bytes(put));
    expect(refusal).toContain(`not authorized to perform: dynamodb:PutItem on resource: ${TABLE}`);
  });

  it('outside a transaction, where the statement asks for one', () => {
    expect(permissions([WRITE]).refusal('book', dynamodb('PutItem'), bytes(put))).not.toBeNull();
  });

  it('when one item of a transaction is not allowed', () => {
    const body = bytes({ TransactItems: [{ Put: put }, { Delete: { ...put, Key: put.Item } }] });
    expect(permissions([WRITE]).refusal('book', dynamodb('TransactWriteItems'), body)).toContain(
      'dynamodb:DeleteItem',
    );
  });

  it('on an index that no statement names', () => {
    const query = { TableName: 'lessons', IndexName: 'byDue', KeyConditionExpression: '#a = :a' };
    expect(permissions([READ]).refusal('book', dynamodb('Query'), bytes(query))).toContain(
      '/index/byDue',
    );
  });

  it.each([
    ['rate#1', null],
    ['sch_1', expect.stringContaining('UpdateItem')],
  ])('on a key %s outside of the statement’s prefix: %s', (key, refusal) => {
    const update = bytes({ TableName: 'lessons', Key: { pk: { S: key } } });
    expect(permissions([COUNT]).refusal('book', dynamodb('UpdateItem'), update)).toEqual(refusal);
  });

  it('when a statement denies it, whatever another allows', () => {
    const get = bytes({ TableName: 'lessons', Key: { pk: { S: 'sch_1' } } });
    const deny = { ...READ, Effect: 'Deny' };
    expect(permissions([READ, deny]).refusal('book', dynamodb('GetItem'), get)).not.toBeNull();
  });

  it.each(['Scan', 'BatchWriteItem', 'DescribeTable'])(
    'for %s, which nobody here may',
    (action) => {
      expect(permissions([READ]).refusal('book', dynamodb(action), bytes({}))).not.toBeNull();
    },
  );

  it('for mail under another sender or with another configuration set', () => {
    const mail = (form: Record<string, string>) =>
      Buffer.from(new URLSearchParams({ Action: 'SendRawEmail', ...form }).toString());
    const call: Call = { service: 'ses', action: 'SendRawEmail', caller: 'LOCALF0001' };
    const own = permissions([
      {
        Effect: 'Allow',
        Action: 'ses:SendRawEmail',
        Resource: 'arn:aws:ses:eu-north-1:000000000000:identity/jd.example',
        Condition: { StringEquals: { 'ses:FromAddress': 'no-reply@jd.example' } },
      },
    ]);
    const from = { Source: 'no-reply@jd.example' };
    expect(own.refusal('book', call, mail(from))).toBeNull();
    expect(own.refusal('book', call, mail({ Source: 'other@jd.example' }))).not.toBeNull();
    expect(own.refusal('book', call, mail({ ...from, ConfigurationSetName: 'x' }))).not.toBeNull();
  });
});

describe('the report', () => {
  it('tells of each statement what was needed of it, and what was refused', () => {
    const own = permissions([READ, { ...WRITE, Condition: undefined }]);
    const get = bytes({ TableName: 'lessons', Key: { pk: { S: 'sch_1' } } });
    own.refusal('book', dynamodb('GetItem'), get);
    own.refusal('book', dynamodb('Scan'), bytes({ TableName: 'lessons' }));

    const { statements, denied } = own.report();
    expect(statements).toMatchObject([
      { function: 'book', actions: READ.Action, used: ['dynamodb:GetItem'] },
      { function: 'book', actions: WRITE.Action, used: [] },
    ]);
    expect(denied).toEqual(['book dynamodb:Scan']);
  });
});

describe('the start stops', () => {
  it('at a condition that it cannot judge', () => {
    const odd = { ...READ, Condition: { NumericLessThan: { 'a:b': 1 } } };
    expect(() => permissions([odd])).toThrow('NumericLessThan');
  });

  it('at a queue whose function may not read it', () => {
    const mapping = resource({ EventSourceArn: QUEUE, FunctionName: 'jd-book' });
    expect(() => permissions([READ], [mapping])).toThrow('may not sqs:ReceiveMessage');
  });

  it('at a function that may not send away what it gives up on', () => {
    const mapping = resource({
      ...{ EventSourceArn: 'arn:aws:none:::', FunctionName: 'jd-book' },
      DestinationConfig: { OnFailure: { Destination: QUEUE } },
    });
    expect(() => permissions([READ], [mapping])).toThrow('may not sqs:SendMessage');
  });
});
