import { ACCOUNT_TYPES } from '../../local/account/account-types.ts';
import { AccountState } from '../../local/account/cloudformation/account-state.ts';
import { cloudFormation } from '../../local/account/cloudformation/actions.ts';
import { type Ground, Operations } from '../../local/account/cloudformation/operations.ts';
import { answerQuery } from '../../local/account/query.ts';
import { describeWith } from '../../local/template/resources.ts';

/** What was answered: the code of a refusal, or the texts of named elements. */
export type Answered = { status: number; xml: string; all(element: string): string[] };

/**
 * CloudFormation by its protocol on a ground that only remembers what it was told to run. `archives`
 * are the keys that functions' code may have; `refuses` is thrown by the ground.
 */
export function testAccount(
  dir: string,
  { archives = [] as string[], refuses = (): string | null => null } = {},
) {
  const ran: string[][] = [];
  const removed: string[] = [];
  const ground: Ground = {
    describe: describeWith(
      {
        queueUrl: (name) => `http://127.0.0.1/000000000000/${name}`,
        userPoolId: (name) => `pool-${name}`,
        userPoolClientId: (pool, name) => `${pool}-${name}`,
        secretArn: ({ Name }) => `arn:aws:secretsmanager:::secret:${Name}`,
        apiEndpoint: () => 'http://127.0.0.1',
      },
      ACCOUNT_TYPES,
    ),
    bundle(bucket, key) {
      if (archives.includes(key)) return `/bundles/${key}`;
      throw new Error(
        `Error occurred while GetObject. S3 Error Code: NoSuchKey. (${bucket}/${key})`,
      );
    },
    async run(stacks) {
      ran.push(stacks.map(({ stackName }) => stackName));
      const refusal = refuses();
      if (refusal !== null) throw new Error(refusal);
    },
    made: () => {},
    removed: (_type, physicalId) => void removed.push(physicalId),
  };
  const state = new AccountState(dir);
  const operations = new Operations(state, ground);
  const service = cloudFormation(state, operations, {
    ssm: (name) => operations.parameter(name),
    template: () => null,
  });

  const call = async (Action: string, fields: Record<string, string> = {}): Promise<Answered> => {
    const body = new URLSearchParams({ Action, Version: '2010-05-15', ...fields }).toString();
    const { status, body: xml = '' } = await answerQuery(service, Buffer.from(body));
    const text = xml.toString();
    return {
      status,
      xml: text,
      all: (element) =>
        [...text.matchAll(new RegExp(`<${element}>([^<]*)</${element}>`, 'g'))].map(
          ([, value = '']) => value,
        ),
    };
  };

  /** A change set and its execution, as `cdk deploy` orders them. Answers the stack as it then is. */
  const deploy = async (
    StackName: string,
    template: object,
    fields: Record<string, string> = {},
  ): Promise<Answered> => {
    const { all } = await call('DescribeStacks', { StackName });
    const isNew = all('StackStatus').length === 0;
    const order = { StackName, ChangeSetName: 'deploy' };
    const made = await call('CreateChangeSet', {
      ...order,
      ChangeSetType: isNew ? 'CREATE' : 'UPDATE',
      TemplateBody: JSON.stringify(template),
      'Capabilities.member.1': 'CAPABILITY_NAMED_IAM',
      ...fields,
    });
    if (made.status !== 200) return made;
    const seen = await call('DescribeChangeSet', order);
    if (seen.all('Status')[0] === 'FAILED') return seen;
    await call('ExecuteChangeSet', order);
    return call('DescribeStacks', { StackName });
  };

  /** `status logicalId: reason` of the stack's events, oldest first. */
  const events = async (StackName: string): Promise<string[]> => {
    const { xml } = await call('DescribeStackEvents', { StackName });
    const one = (text: string, name: string) =>
      new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
    return xml
      .split('<member>')
      .slice(1)
      .reverse()
      .map((text) => {
        const reason = one(text, 'ResourceStatusReason');
        return `${one(text, 'ResourceStatus')} ${one(text, 'LogicalResourceId')}${reason && `: ${reason}`}`;
      });
  };
  return { call, deploy, events, ran, removed, operations };
}
