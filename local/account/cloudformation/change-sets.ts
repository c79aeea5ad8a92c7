import { randomUUID } from 'node:crypto';
import { arn } from '../../template/resources.ts';
import type { QueryInput } from '../query.ts';
import { Refusal } from '../refusal.ts';
import type { AccountState } from './account-state.ts';
import { changesBetween, isSameDeploy } from './changes.ts';
import { capabilitiesFor } from './describe.ts';
import { readParameters, valuesOf } from './parameters.ts';
import type { ChangeSet, Deployed, StackRecord } from './record.ts';
import { assertRules } from './rules.ts';
import { readTemplate } from './template-body.ts';

export type ChangeSetSources = {
  /** what lies at an `https://s3.…` address; null for nothing */
  template(url: string): string | null;
  ssm(name: string): string | null;
};

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** Makes the change set that the input describes, and its stack when it is the first. */
export function createChangeSet(
  state: AccountState,
  sources: ChangeSetSources,
  input: QueryInput,
): { stack: StackRecord; changeSet: ChangeSet } {
  const stackName = input.need('StackName');
  const name = input.need('ChangeSetName');
  const existing = state.find(stackName);
  const type = input.get('ChangeSetType') ?? 'UPDATE';
  if (type === 'IMPORT') throw new Refusal('ValidationError', 'Imports are not carried out here');
  if (type === 'UPDATE' && (existing === null || existing.deployed === null)) {
    throw new Refusal('ValidationError', `Stack [${stackName}] does not exist`);
  }
  if (type === 'CREATE' && existing !== null && existing.status !== 'REVIEW_IN_PROGRESS') {
    throw new Refusal(
      'ValidationError',
      `Stack [${stackName}] already exists and cannot be created again with the changeSet [${name}].`,
    );
  }
  if (existing?.status === 'ROLLBACK_COMPLETE') {
    throw new Refusal(
      'ValidationError',
      `Stack:${existing.id} is in ROLLBACK_COMPLETE state and can not be updated.`,
    );
  }
  if (existing?.changeSets.some((one) => one.name === name)) {
    throw new Refusal(
      'AlreadyExistsException',
      `ChangeSet ${name} cannot be created due to a mismatch with existing attribute Template`,
    );
  }
  const wanted = readWanted(existing?.deployed ?? null, sources, input);
  const stack = existing ?? state.create(stackName);
  const isSame = isSameDeploy(stack.deployed, wanted);
  const changeSet: ChangeSet = {
    ...{ name, id: arn('cloudformation', `changeSet/${name}/${randomUUID()}`) },
    createdAt: new Date().toISOString(),
    status: isSame ? 'FAILED' : 'CREATE_COMPLETE',
    ...(isSame && { statusReason: NO_CHANGES }),
    executionStatus: isSame ? 'UNAVAILABLE' : 'AVAILABLE',
    wanted,
    changes: changesBetween(stack.deployed, wanted, stack.resources),
  };
  stack.changeSets.push(changeSet);
  state.save(stack);
  return { stack, changeSet };
}

/** Reads everything a deploy says of its stack, and refuses what it must not say. */
function readWanted(
  before: Deployed | null,
  sources: ChangeSetSources,
  input: QueryInput,
): Deployed {
  const body = readBody(before, sources, input);
  const template = readTemplate(body);
  const parameters = readParameters(
    template,
    input.records('Parameters'),
    before?.parameters ?? [],
    sources.ssm,
  );
  assertRules(template, valuesOf(template, parameters));
  const roleArn = input.get('RoleARN') ?? before?.roleArn;
  const wanted: Deployed = {
    ...{ body, template, parameters },
    capabilities: input.strings('Capabilities'),
    tags: input.records('Tags').map(({ Key = '', Value = '' }) => ({ Key, Value })),
    notificationArns: input.strings('NotificationARNs'),
    ...(roleArn !== undefined && { roleArn }),
  };
  const missing = capabilitiesFor(template).filter(
    (one) =>
      !wanted.capabilities.some((given) => given === one || given === 'CAPABILITY_NAMED_IAM'),
  );
  if (missing.length > 0) {
    throw new Refusal('InsufficientCapabilitiesException', `Requires capabilities : [${missing}]`);
  }
  return wanted;
}

function readBody(before: Deployed | null, sources: ChangeSetSources, input: QueryInput): string {
  const url = input.get('TemplateURL');
  const body =
    input.get('TemplateBody') ??
    (url !== undefined ? sources.template(url) : input.flag('UsePreviousTemplate') && before?.body);
  if (body) return body;
  throw new Refusal(
    'ValidationError',
    url === undefined
      ? 'Either Template URL or Template Body must be specified.'
      : `S3 error: The specified key does not exist. (${url})`,
  );
}

/** By name, or by its own id. */
export function needChangeSet(
  state: AccountState,
  input: QueryInput,
): { stack: StackRecord; changeSet: ChangeSet } {
  const wanted = input.need('ChangeSetName');
  const stackName = input.get('StackName');
  for (const stack of stackName === undefined ? state.all() : [state.need(stackName)]) {
    const changeSet = stack.changeSets.find(({ name, id }) => name === wanted || id === wanted);
    if (changeSet !== undefined) return { stack, changeSet };
  }
  throw new Refusal('ChangeSetNotFound', `ChangeSet [${wanted}] does not exist`, 404);
}
