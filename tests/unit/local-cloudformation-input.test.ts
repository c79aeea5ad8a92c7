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

describe('parameters', () => {
  const versioned = {
    Resources: { Mail: queue('mail') },
    Parameters: {
      Version: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/bootstrap/version' },
    },
    Rules: {
      Check: {
        Assertions: [
          {
            Assert: { 'Fn::Not': [{ 'Fn::Contains': [['1', '2'], { Ref: 'Version' }] }] },
            AssertDescription: 'Bootstrap again',
          },
        ],
      },
    },
  };
  const bootstrap = (Value: string) => ({
    Resources: {
      Version: {
        Type: 'AWS::SSM::Parameter',
        Properties: { Type: 'String', Name: '/bootstrap/version', Value },
      },
    },
  });

  it('come from Systems Manager, where another stack has put them', async () => {
    const { deploy } = testAccount(dir);
    await deploy('toolkit', bootstrap('30'));

    const stack = await deploy('one', versioned);

    expect(stack.all('StackStatus')).toEqual(['CREATE_COMPLETE']);
    expect(stack.all('ResolvedValue')).toEqual(['30']);
  });

  it('that are not there, or break a rule of the template, are refused before anything is done', async () => {
    const { deploy } = testAccount(dir);

    const missing = await deploy('one', versioned);
    await deploy('toolkit', bootstrap('2'));
    const old = await deploy('two', versioned);

    expect(missing.all('Message')[0]).toContain('Unable to fetch parameters [/bootstrap/version]');
    expect(old.all('Message')).toEqual(['Template error: Rule Check failed: Bootstrap again']);
  });

  it('are what was given, then what they were, and their conditions hold', async () => {
    const { deploy, call } = testAccount(dir);
    const template = {
      Parameters: { Many: { Type: 'CommaDelimitedList', Default: '' } },
      Conditions: {
        Some: { 'Fn::Not': [{ 'Fn::Equals': ['', { 'Fn::Join': ['', { Ref: 'Many' }] }] }] },
      },
      Resources: { A: queue('a'), B: { ...queue('b'), Condition: 'Some' } },
    };
    const given = { 'Parameters.member.1.ParameterKey': 'Many' };
    const value = { 'Parameters.member.1.ParameterValue': 'x,y' };

    await deploy('one', template, { ...given, ...value });
    const resources = await call('ListStackResources', { StackName: 'one' });
    const kept = await deploy(
      'one',
      { ...template, Resources: { ...template.Resources, C: queue('c') } },
      { ...given, 'Parameters.member.1.UsePreviousValue': 'true' },
    );

    expect(resources.all('LogicalResourceId')).toEqual(['A', 'B']);
    expect(kept.all('ParameterValue')).toEqual(['x,y']);
  });
});

it('roles need the capability to be granted', async () => {
  const { deploy } = testAccount(dir);
  const role = { Type: 'AWS::IAM::Role', Properties: { RoleName: 'r' } };

  const refused = await deploy('one', { Resources: { role } }, { 'Capabilities.member.1': '' });

  expect(refused.all('Code')).toEqual(['InsufficientCapabilitiesException']);
  expect(refused.all('Message')).toEqual(['Requires capabilities : [CAPABILITY_NAMED_IAM]']);
});

it('a template is read as YAML too; broken ones and unknown actions are refused by name', async () => {
  const { call } = testAccount(dir);
  const sent = (TemplateBody: string) => call('ValidateTemplate', { TemplateBody });

  const yaml = await sent('Description: Yes\nResources:\n  A:\n    Type: AWS::SQS::Queue\n');
  const refused = await Promise.all([
    sent('{"Resources":{}}'),
    sent('{"Resources":'),
    sent('Resources:\n  A: !Foo x\n'),
    sent('{"Resources":{"A":{}}}'),
    call('CreateStackSet'),
  ]);

  expect(yaml.all('Description')).toEqual(['Yes']);
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
  expect(refused.at(-1)?.all('Message')).toEqual([
    'The action CreateStackSet is not answered by this endpoint',
  ]);
});
