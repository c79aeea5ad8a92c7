import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../local/bus/schedules.ts';
import { inputFor, type Target } from '../../local/bus/target-input.ts';
import { nameCall, rewriteCredential } from '../../local/proxy/calls.ts';
import { Crashes } from '../../local/proxy/crashes.ts';
import { readBatchFailures } from '../../local/sources/batch-failures.ts';
import { TemplateError } from '../../local/template/types.ts';

describe('partial batch answers', () => {
  const batch = new Set(['a', 'b']);

  it.each<[string, unknown, ReturnType<typeof readBatchFailures>]>([
    ['nothing', undefined, 'done'],
    ['null', null, 'done'],
    ['an empty list', { batchItemFailures: [] }, 'done'],
    ['one of them', { batchItemFailures: [{ itemIdentifier: 'b' }] }, new Set(['b'])],
    ['an unknown one', { batchItemFailures: [{ itemIdentifier: 'c' }] }, 'failed'],
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }, 'failed'],
    ['no identifier', { batchItemFailures: [{}] }, 'failed'],
    ['not a list', { batchItemFailures: 'b' }, 'failed'],
  ])('%s', (_name, answer, expected) => {
    expect(readBatchFailures(answer, batch, true)).toEqual(expected);
  });

  it('are ignored unless the mapping asks for them', () => {
    const answer = { batchItemFailures: [{ itemIdentifier: 'b' }] };

    expect(readBatchFailures(answer, batch, false)).toBe('done');
  });
});

describe('the input of a target', () => {
  const event = { id: 'e1', detail: { name: 'Bo "B" Holm', tags: ['x'] } };
  const target = (more: Partial<Target>) => ({ Id: 't', Arn: 'arn', ...more });

  it.each<[string, Partial<Target>, unknown]>([
    ['the whole event', {}, event],
    ['a constant', { Input: '{"a":1}' }, { a: 1 }],
    ['a part', { InputPath: '$.detail' }, event.detail],
    [
      'a transformed one',
      {
        InputTransformer: {
          InputPathsMap: { name: '$.detail.name', tags: '$.detail.tags', no: '$.no' },
          InputTemplate: '{"n":<name>,"t":<tags>,"text":"to <name> <no>"}',
        },
      },
      { n: 'Bo "B" Holm', t: ['x'], text: 'to Bo "B" Holm null' },
    ],
  ])('%s', (_name, more, expected) => {
    expect(JSON.parse(inputFor(target(more), event))).toEqual(expected);
  });
});

describe('schedules', () => {
  const from = Date.parse('2026-11-22T09:07:30Z');

  it.each([
    ['rate(5 minutes)', '2026-11-22T09:12:30.000Z'],
    ['rate(1 day)', '2026-11-23T09:07:30.000Z'],
    ['cron(0 2 * * ? *)', '2026-11-23T02:00:00.000Z'],
    ['cron(0/15 * * * ? *)', '2026-11-22T09:15:00.000Z'],
  ])('%s', (expression, expected) => {
    const next = parseExpression(expression, 'here')(from);

    expect(new Date(next ?? 0).toISOString()).toBe(expected);
  });

  it('stops at an expression of another make', () => {
    expect(() => parseExpression('at(2026-01-01T00:00:00)', 'a/b')).toThrow(TemplateError);
  });
});

describe('calls', () => {
  const authorization =
    'AWS4-HMAC-SHA256 Credential=LOCALF0007/20261122/us-east-1/ses/aws4_request, SignedHeaders=host, Signature=abc';

  it('are named as IAM names them', () => {
    const json = { 'x-amz-target': 'DynamoDB_20120810.TransactWriteItems', authorization };
    const form = Buffer.from('Action=SendRawEmail&Version=2010-12-01');

    expect(nameCall('/', json, Buffer.alloc(0))).toEqual({
      service: 'dynamodb',
      action: 'TransactWriteItems',
      caller: 'LOCALF0007',
    });
    expect(nameCall('/', { authorization }, form)).toEqual({
      service: 'ses',
      action: 'SendRawEmail',
      caller: 'LOCALF0007',
    });
  });

  it('that are not signed are known by their path', () => {
    const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' };

    expect(nameCall('/LOCALF0012/', headers, Buffer.alloc(0))).toEqual({
      service: 'cognito-idp',
      action: 'InitiateAuth',
      caller: 'LOCALF0012',
    });
    expect(nameCall('/', {}, Buffer.alloc(0))).toBeNull();
  });

  it('go on under the one local key and region', () => {
    expect(rewriteCredential(authorization, 'key', 'eu-north-1')).toBe(
      'AWS4-HMAC-SHA256 Credential=key/20261122/eu-north-1/ses/aws4_request, SignedHeaders=host, Signature=abc',
    );
  });
});

describe('ordered crashes', () => {
  const call = 'dynamodb:TransactWriteItems';

  it('happen once, at the nth such call of that function', () => {
    const crashes = new Crashes();
    crashes.plant({ function: 'relay-outbox', call, when: 'after', nth: 2 });

    expect(crashes.meet(['send-email'], call)).toBeNull();
    expect(crashes.meet(['relay-outbox'], 'dynamodb:Query')).toBeNull();
    expect(crashes.meet(['relay-outbox'], call)).toBeNull();
    expect(crashes.meet(['relay-outbox'], call)).toBe('after');
    expect(crashes.meet(['relay-outbox'], call)).toBeNull();
    expect(crashes.list()).toMatchObject({ planted: [], happened: [{ call, nth: 2 }] });
  });

  it.each([
    [{ call }],
    [{ function: 'x', call: 'TransactWriteItems' }],
    [{ function: 'x', call, nth: 0 }],
    [{ function: 'x', call, when: 'during' as 'before' }],
  ])('are refused when they make no sense: %j', (order) => {
    expect(() => new Crashes().plant(order)).toThrow(TypeError);
  });
});
