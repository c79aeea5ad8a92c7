import type { QueryAction, QueryInput, QueryService } from '../query.ts';
import { Refusal } from '../refusal.ts';
import type { AccountState } from './account-state.ts';
import { type ChangeSetSources, createChangeSet, needChangeSet } from './change-sets.ts';
import {
  capabilitiesFor,
  describeChangeSet,
  describeEvent,
  describeResource,
  describeStack,
  summary,
} from './describe.ts';
import type { Operations } from './operations.ts';
import type { StackRecord } from './record.ts';
import { readTemplate } from './template-body.ts';
import { importsOf } from './templates.ts';

/**
 * CloudFormation's interface, as far as the CDK's command line and an operator use it. Changes are
 * carried out one after another and have happened when their call is answered; whoever waits for the
 * stack's state finds it at the first look.
 */
export function cloudFormation(
  state: AccountState,
  operations: Operations,
  sources: ChangeSetSources,
): QueryService {
  let last: Promise<unknown> = Promise.resolve();
  /** Two deploys at once wait for each other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  const sent = (input: QueryInput) => {
    const url = input.get('TemplateURL');
    return input.get('TemplateBody') ?? (url === undefined ? null : sources.template(url)) ?? '';
  };
  const stackOf = (input: QueryInput) => state.need(input.need('StackName'));

  const actions: Record<string, QueryAction> = {
    CreateChangeSet: (input) => {
      const { stack, changeSet } = createChangeSet(state, sources, input);
      return { Id: changeSet.id, StackId: stack.id };
    },
    DescribeChangeSet: (input) => {
      const { stack, changeSet } = needChangeSet(state, input);
      return describeChangeSet(stack, changeSet);
    },
    ListChangeSets: (input) => ({
      Summaries: stackOf(input).changeSets.map(({ name, id, status, executionStatus }) => ({
        ...{ ChangeSetName: name, ChangeSetId: id, Status: status },
        ExecutionStatus: executionStatus,
      })),
    }),
    // One that does not exist is deleted already.
    DeleteChangeSet: (input) => {
      const wanted = input.need('ChangeSetName');
      for (const stack of input.get('StackName') === undefined ? state.all() : [stackOf(input)]) {
        stack.changeSets = stack.changeSets.filter(({ name, id }) => ![name, id].includes(wanted));
        state.save(stack);
      }
      return {};
    },
    ExecuteChangeSet: (input) =>
      inTurn(async () => {
        const { stack, changeSet } = needChangeSet(state, input);
        if (changeSet.executionStatus !== 'AVAILABLE') {
          throw new Refusal(
            'InvalidChangeSetStatus',
            `ChangeSet [${changeSet.id}] cannot be executed in its current status of [${changeSet.executionStatus}]`,
          );
        }
        stack.changeSets = []; // all others were made for what stood before
        await operations.execute(stack, changeSet, input.get('ClientRequestToken'));
        return {};
      }),
    // What CloudFormation looks at before it begins; here the deploy itself says what is wrong.
    DescribeEvents: () => ({ OperationEvents: [] }),

    DescribeStacks: (input) => {
      const name = input.get('StackName');
      const stacks = name === undefined ? state.all() : [state.need(name)];
      return { Stacks: stacks.map(describeStack) };
    },
    ListStacks: (input) => {
      const wanted = input.strings('StackStatusFilter');
      const found = state
        .history()
        .filter(({ status }) => wanted.length === 0 || wanted.includes(status));
      return { StackSummaries: found.map(summary) };
    },
    DescribeStackEvents: (input) => {
      const stack = stackOf(input);
      return { StackEvents: [...stack.events].reverse().map((one) => describeEvent(stack, one)) };
    },
    DescribeStackResources: (input) => {
      const stack = stackOf(input);
      const logicalId = input.get('LogicalResourceId');
      const found = stack.resources.filter(
        (one) => logicalId === undefined || one.logicalId === logicalId,
      );
      return { StackResources: found.map((one) => describeResource(stack, one)) };
    },
    ListStackResources: (input) => {
      const stack = stackOf(input);
      return { StackResourceSummaries: stack.resources.map((one) => describeResource(stack, one)) };
    },
    ListExports: () => ({ Exports: state.all().flatMap(exportsOf) }),
    ListImports: (input) => {
      const name = input.need('ExportName');
      const users = state
        .all()
        .filter(({ deployed }) => deployed !== null && importsOf(deployed.template).has(name));
      return { Imports: users.map((stack) => stack.name) };
    },

    GetTemplate: (input) => {
      const stack = stackOf(input);
      const deployed =
        input.get('ChangeSetName') === undefined
          ? stack.deployed
          : needChangeSet(state, input).changeSet.wanted;
      return { TemplateBody: deployed?.body ?? '{}', StagesAvailable: ['Original', 'Processed'] };
    },
    GetTemplateSummary: (input) => {
      const name = input.get('StackName');
      return describeTemplate(
        name === undefined ? sent(input) : (state.need(name).deployed?.body ?? ''),
      );
    },
    ValidateTemplate: (input) => describeTemplate(sent(input)),

    UpdateTerminationProtection: (input) => {
      const stack = stackOf(input);
      stack.terminationProtection = input.flag('EnableTerminationProtection');
      state.save(stack);
      return { StackId: stack.id };
    },
    DeleteStack: (input) =>
      inTurn(async () => {
        const stack = state.find(input.need('StackName'));
        if (stack === null || stack.deletedAt !== undefined) return {};
        if (stack.terminationProtection) {
          throw new Refusal(
            'ValidationError',
            `Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`,
          );
        }
        await operations.delete(stack, input.get('ClientRequestToken'));
        return {};
      }),
  };
  return { namespace: 'http://cloudformation.amazonaws.com/doc/2010-05-15/', actions };
}

function exportsOf({ id, outputs }: StackRecord) {
  return outputs
    .filter(({ exportName }) => exportName !== undefined)
    .map(({ exportName, value }) => ({ ExportingStackId: id, Name: exportName, Value: value }));
}

function describeTemplate(body: string) {
  const template = readTemplate(body);
  const types = Object.values(template.Resources).map(({ Type }) => Type);
  return {
    Description: template.Description,
    Parameters: Object.entries(template.Parameters ?? {}).map(([key, { Type, Default }]) => ({
      ...{ ParameterKey: key, ParameterType: Type, NoEcho: false },
      DefaultValue: Default === undefined ? undefined : String(Default),
    })),
    Capabilities: capabilitiesFor(template),
    ResourceTypes: [...new Set(types)],
    ResourceIdentifierSummaries: [],
  };
}
