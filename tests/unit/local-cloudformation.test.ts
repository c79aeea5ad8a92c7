import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testAccount } from '../support/local-account.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'just-driving-account-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const queue = (QueueName: string) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName } });
const table = {
  Type: 'AWS::DynamoDB::Table',
  DeletionPolicy: 'Retain',
  Properties: { TableName: 'rows' },
};
const exporting = {
  Resources: { Mail: queue('mail') },
  Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Mail', 'Arn'] }, Export: { Name: 'mail-arn' } } },
};
const importing = {
  Resources: {
    Topic: {
      Type: 'AWS::SNS::Topic',
      Properties: { TopicName: { 'Fn::ImportValue': 'mail-arn' } },
    },
  },
};

describe('a deploy', () => {
  it('makes the stack, tells it in events, and has its outputs', async () => {
    const { deploy, events, ran } = testAccount(dir);

    const stack = await deploy('one', exporting);

    expect(stack.all('StackStatus')).toEqual(['CREATE_COMPLETE']);
    expect(stack.all('OutputValue')).toEqual(['arn:aws:sqs:eu-north-1:000000000000:mail']);
    expect(stack.all('ExportName')).toEqual(['mail-arn']);
    expect(await events('one')).toEqual([
      'REVIEW_IN_PROGRESS one: User Initiated',
      'CREATE_IN_PROGRESS one: User Initiated',
      'CREATE_IN_PROGRESS Mail',
      'CREATE_COMPLETE Mail',
      'CREATE_COMPLETE one',
    ]);
    expect(ran).toEqual([['one']]);
  });

  it('of what is there already is a change set without changes', async () => {
    const { deploy } = testAccount(dir);
    await deploy('one', exporting);

    const again = await deploy('one', exporting);

    expect(again.all('Status')).toEqual(['FAILED']);
    expect(again.all('StatusReason')[0]).toMatch(
      /^The submitted information didn't contain changes/,
    );
  });

  it('of something else changes that alone, and deletes what is left out', async () => {
    const { deploy, events, removed } = testAccount(dir);
    await deploy('one', { Resources: { A: queue('a'), B: queue('b'), C: queue('c') } });
    const before = (await events('one')).length;

    const slow = { ...queue('b'), Properties: { QueueName: 'b', DelaySeconds: 5 } };
    const stack = await deploy('one', { Resources: { A: queue('a'), B: slow } });

    expect(stack.all('StackStatus')).toEqual(['UPDATE_COMPLETE']);
    expect((await events('one')).slice(before)).toEqual([
      'UPDATE_IN_PROGRESS one: User Initiated',
      'UPDATE_IN_PROGRESS B',
      'UPDATE_COMPLETE B',
      'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS one',
      'DELETE_COMPLETE C',
      'UPDATE_COMPLETE one',
    ]);
    expect(removed).toEqual(['http://127.0.0.1/000000000000/c']);
  });

  it('survives the end of the process', async () => {
    await testAccount(dir).deploy('one', exporting);

    const next = testAccount(dir);
    await next.operations.resume();

    expect((await next.call('DescribeStacks')).all('StackName')).toEqual(['one']);
    expect(next.ran).toEqual([['one']]);
  });
});

describe('what cannot be carried out is rolled back with the reason in an event', () => {
  it.each([
    [
      'an unknown type',
      { Type: 'AWS::Neptune::DBCluster' },
      /^CREATE_FAILED Odd: .*AWS::Neptune::DBCluster is not a resource type/,
    ],
    [
      'an unknown intrinsic',
      { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::Cidr': ['a'] } } },
      /^CREATE_FAILED Odd: .*Fn::Cidr is not an intrinsic/,
    ],
    [
      'code that was not uploaded',
      { Type: 'AWS::Lambda::Function', Properties: { Code: { S3Bucket: 'b', S3Key: 'k.zip' } } },
      /^CREATE_FAILED Odd: .*NoSuchKey/,
    ],
    [
      'a bucket beside what runs',
      { Type: 'AWS::S3::Bucket' },
      /^CREATE_FAILED Odd: .*AWS::S3::Bucket is not a resource type/,
    ],
    [
      'an import that nobody exports',
      { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::ImportValue': 'nowhere' } } },
      /^CREATE_FAILED Odd: no stack exports nowhere/,
    ],
  ])('%s', async (_name, Odd, told) => {
    const { deploy, events, ran } = testAccount(dir);

    const stack = await deploy('one', { Resources: { Mail: queue('mail'), Odd } });

    expect(stack.all('StackStatus')).toEqual(['ROLLBACK_COMPLETE']);
    const all = await events('one');
    expect(all.find((event) => event.startsWith('CREATE_FAILED'))).toMatch(told);
    expect(all).toContain(
      'ROLLBACK_IN_PROGRESS one: The following resource(s) failed to create: [Odd].',
    );
    expect(ran).toEqual([]);
  });

  it('an update leaves what was there', async () => {
    const { deploy, events, call } = testAccount(dir);
    await deploy('one', exporting);

    const odd = { Resources: { ...exporting.Resources, Odd: { Type: 'AWS::Foo::Bar' } } };
    const stack = await deploy('one', odd);

    expect(stack.all('StackStatus')).toEqual(['UPDATE_ROLLBACK_COMPLETE']);
    expect((await events('one')).at(-1)).toBe('UPDATE_ROLLBACK_COMPLETE one');
    const template = await call('GetTemplate', { StackName: 'one' });
    expect(template.xml).not.toContain('Odd');
  });

  it('also when it is the running machine that refuses', async () => {
    const refusals = ['one/Mail: no such part here', null];
    const { deploy, events, ran } = testAccount(dir, { refuses: () => refusals.shift() ?? null });

    const stack = await deploy('one', exporting);

    expect(stack.all('StackStatus')).toEqual(['ROLLBACK_COMPLETE']);
    expect(await events('one')).toContain('CREATE_FAILED Mail: one/Mail: no such part here');
    expect(ran).toEqual([['one'], []]);
  });

  it('a name that a deleted stack has left behind', async () => {
    const { deploy, call, events } = testAccount(dir);
    await deploy('one', { Resources: { Table: table } });
    await call('DeleteStack', { StackName: 'one' });

    const stack = await deploy('one', { Resources: { Table: table } });

    expect(stack.all('StackStatus')).toEqual(['ROLLBACK_COMPLETE']);
    expect(await events('one')).toContain(
      "CREATE_FAILED Table: Resource of type 'AWS::DynamoDB::Table' with identifier 'rows' already exists.",
    );
  });
});

describe('between stacks', () => {
  it('an export in use cannot be taken away, by an update or a deletion', async () => {
    const { deploy, call } = testAccount(dir);
    await deploy('one', exporting);
    await deploy('two', importing);

    const updated = await deploy('one', { Resources: exporting.Resources });
    await call('DeleteStack', { StackName: 'one' });
    const after = await call('DescribeStacks', { StackName: 'one' });

    expect(updated.all('StackStatus')).toEqual(['UPDATE_ROLLBACK_COMPLETE']);
    expect(after.all('StackStatus')).toEqual(['DELETE_FAILED']);
    expect(after.all('StackStatusReason')).toEqual([
      'Export mail-arn cannot be deleted as it is in use by two',
    ]);
  });

  it('deleted in order they are gone, and known by their ids alone', async () => {
    const { deploy, call, ran } = testAccount(dir);
    const [id = ''] = (await deploy('one', exporting)).all('StackId');
    await deploy('two', importing);

    await call('DeleteStack', { StackName: 'two' });
    await call('DeleteStack', { StackName: 'one' });

    const byName = await call('DescribeStacks', { StackName: 'one' });
    expect(byName.all('Message')).toEqual(['Stack with id one does not exist']);
    const byId = await call('DescribeStacks', { StackName: id });
    expect(byId.all('StackStatus')).toEqual(['DELETE_COMPLETE']);
    expect(ran.slice(-2)).toEqual([['one'], []]);
  });

  it('termination protection holds', async () => {
    const { deploy, call } = testAccount(dir);
    await deploy('one', exporting);
    const protect = { StackName: 'one', EnableTerminationProtection: 'true' };
    await call('UpdateTerminationProtection', protect);

    const refused = await call('DeleteStack', { StackName: 'one' });

    expect(refused.all('Message')[0]).toContain('while TerminationProtection is enabled');
  });
});
