import { describe, expect, it } from 'vitest';
import { Resolver } from '../../local/template/resolve.ts';
import { assertKnownType, describeWith } from '../../local/template/resources.ts';
import { type Template, TemplateError } from '../../local/template/types.ts';

const data: Template = {
  Parameters: {
    BootstrapVersion: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/cdk/version' },
    Missing: { Type: 'String' },
  },
  Conditions: {
    IsNorth: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-north-1'] },
    IsElsewhere: { 'Fn::Not': [{ Condition: 'IsNorth' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsElsewhere' }, { Condition: 'IsNorth' }] },
    Both: { 'Fn::And': [{ Condition: 'IsElsewhere' }, { Condition: 'IsNorth' }] },
  },
  Resources: {
    Table: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: 'rows' } },
    Unnamed: { Type: 'AWS::SQS::Queue', Properties: {} },
  },
  Outputs: {
    TableArn: {
      Value: { 'Fn::GetAtt': ['Table', 'Arn'] },
      Export: { Name: { 'Fn::Sub': '${AWS::StackName}:TableArn' } },
    },
  },
};
const api: Template = { Resources: {} };

function resolverOf(...templates: [string, Template][]) {
  return new Resolver({
    stacks: templates.map(([stackName, template]) => ({ stackName, template, assets: new Map() })),
    region: 'eu-north-1',
    account: '000000000000',
    describe: describeWith({
      queueUrl: (name) => `http://127.0.0.1:1/000000000000/${name}`,
      userPoolId: () => 'pool',
      userPoolClientId: () => 'client',
      secretArn: ({ Name }) => `arn:${Name}`,
      apiEndpoint: () => 'http://127.0.0.1:3000',
    }),
  });
}

const resolve = (value: unknown) => resolverOf(['data', data], ['api', api]).resolve('data', value);

describe('template resolver', () => {
  it.each<[string, unknown, unknown]>([
    ['Ref of a resource', { Ref: 'Table' }, 'rows'],
    ['Ref of a parameter', { Ref: 'BootstrapVersion' }, '/cdk/version'],
    ['Ref of a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-north-1'],
    [
      'GetAtt',
      { 'Fn::GetAtt': ['Table', 'Arn'] },
      'arn:aws:dynamodb:eu-north-1:000000000000:table/rows',
    ],
    [
      'GetAtt written with a dot',
      { 'Fn::GetAtt': 'Table.StreamArn' },
      'arn:aws:dynamodb:eu-north-1:000000000000:table/rows/stream/local',
    ],
    [
      'a name made from stack and logical id',
      { 'Fn::GetAtt': ['Unnamed', 'QueueName'] },
      'data-Unnamed',
    ],
    ['Join', { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Partition' }, 'x']] }, 'arn:aws:x'],
    [
      'Sub',
      { 'Fn::Sub': '${Table}/${Table.Arn}/${!Literal}' },
      'rows/arn:aws:dynamodb:eu-north-1:000000000000:table/rows/${Literal}',
    ],
    [
      'Sub with variables',
      { 'Fn::Sub': ['${a}-${Table}', { a: { Ref: 'AWS::AccountId' } }] },
      '000000000000-rows',
    ],
    ['Select of Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['If, true', { 'Fn::If': ['IsNorth', 'yes', 'no'] }, 'yes'],
    ['If, false', { 'Fn::If': ['IsElsewhere', 'yes', 'no'] }, 'no'],
    ['Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['And', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['NoValue in an object', { a: 1, b: { Ref: 'AWS::NoValue' } }, { a: 1 }],
    ['NoValue in a list', ['a', { 'Fn::If': ['Both', 'b', { Ref: 'AWS::NoValue' }] }], ['a']],
    ['an object with one key that is no function', { Reference: 'Table' }, { Reference: 'Table' }],
  ])('%s', (_name, value, expected) => {
    expect(resolve(value)).toEqual(expected);
  });

  it("imports another stack's export", () => {
    const resolver = resolverOf(['data', data], ['api', api]);

    const arn = resolver.resolve('api', { 'Fn::ImportValue': 'data:TableArn' });

    expect(arn).toBe('arn:aws:dynamodb:eu-north-1:000000000000:table/rows');
  });

  it.each<[string, unknown, RegExp]>([
    ['an export that nobody made', { 'Fn::ImportValue': 'nobody' }, /no stack exports nobody/],
    ['a resource that is not there', { Ref: 'Nowhere' }, /data\/Nowhere: no such resource/],
    [
      'an attribute that is unknown',
      { 'Fn::GetAtt': ['Table', 'Colour'] },
      /Colour of AWS::DynamoDB::Table is unknown/,
    ],
    ['a parameter without a default', { Ref: 'Missing' }, /parameter Missing has no default/],
    ['a dynamic reference', '{{resolve:ssm:/x}}', /dynamic reference/],
  ])('stops at %s', (_name, value, message) => {
    expect(() => resolve(value)).toThrow(TemplateError);
    expect(() => resolve(value)).toThrow(message);
  });

  it('stops at an intrinsic outside the closed list, wherever it stands', () => {
    const template: Template = {
      Resources: {
        Role: { Type: 'AWS::IAM::Role', Properties: { Policy: [{ 'Fn::GetAZs': '' }] } },
      },
    };

    expect(() => resolverOf(['iam', template])).toThrow(/iam: Fn::GetAZs is not an intrinsic/);
  });

  it('stops at a resource type outside the closed list', () => {
    expect(() => assertKnownType('AWS::EC2::Vpc', 'data/Net')).toThrow(
      'data/Net: AWS::EC2::Vpc is not a resource type the local runner knows',
    );
  });
});
