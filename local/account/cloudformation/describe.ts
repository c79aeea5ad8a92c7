import type { Template } from '../../template/types.ts';
import type { XmlFields } from '../xml.ts';
import type {
  ChangeSet,
  EventRecord,
  ParameterRecord,
  ResourceRecord,
  StackRecord,
} from './record.ts';

/** How CloudFormation shows what it remembers. */
export function describeStack(stack: StackRecord): XmlFields {
  return {
    ...summary(stack),
    LastUpdatedTime: stack.updatedAt,
    DisableRollback: false,
    EnableTerminationProtection: stack.terminationProtection,
    NotificationARNs: stack.deployed?.notificationArns ?? [],
    RoleARN: stack.deployed?.roleArn,
    Capabilities: stack.deployed?.capabilities ?? [],
    Parameters: (stack.deployed?.parameters ?? []).map(describeParameter),
    Outputs: stack.outputs.map(({ key, value, description, exportName }) => ({
      ...{ OutputKey: key, OutputValue: value, Description: description, ExportName: exportName },
    })),
    Tags: (stack.deployed?.tags ?? []).map(({ Key, Value }) => ({ Key, Value })),
    RollbackConfiguration: {},
    DriftInformation: { StackDriftStatus: 'NOT_CHECKED' },
  };
}

/** What lists show of a stack. */
export function summary(stack: StackRecord): XmlFields {
  return {
    StackId: stack.id,
    StackName: stack.name,
    Description: stack.deployed?.template.Description,
    TemplateDescription: stack.deployed?.template.Description,
    CreationTime: stack.createdAt,
    DeletionTime: stack.deletedAt,
    StackStatus: stack.status,
    StackStatusReason: stack.statusReason,
  };
}

export function describeEvent(
  { id: StackId, name: StackName }: StackRecord,
  event: EventRecord,
): XmlFields {
  return {
    ...{ StackId, StackName, EventId: event.id, Timestamp: event.at },
    LogicalResourceId: event.logicalId,
    PhysicalResourceId: event.physicalId,
    ResourceType: event.type,
    ResourceStatus: event.status,
    ResourceStatusReason: event.reason,
    ClientRequestToken: event.token,
  };
}

export function describeResource(
  { id: StackId, name: StackName }: StackRecord,
  { logicalId, physicalId, type, status, at }: ResourceRecord,
): XmlFields {
  return {
    ...{ StackId, StackName, LogicalResourceId: logicalId, PhysicalResourceId: physicalId },
    ...{ ResourceType: type, ResourceStatus: status, Timestamp: at, LastUpdatedTimestamp: at },
    DriftInformation: { StackResourceDriftStatus: 'NOT_CHECKED' },
  };
}

export function describeChangeSet(stack: StackRecord, changeSet: ChangeSet): XmlFields {
  const { name, id, createdAt, status, statusReason, executionStatus, wanted, changes } = changeSet;
  return {
    ...{ ChangeSetName: name, ChangeSetId: id, CreationTime: createdAt },
    ...{ StackId: stack.id, StackName: stack.name, Description: wanted.template.Description },
    ...{ Status: status, StatusReason: statusReason, ExecutionStatus: executionStatus },
    Parameters: wanted.parameters.map(describeParameter),
    Capabilities: wanted.capabilities,
    Tags: wanted.tags.map(({ Key, Value }) => ({ Key, Value })),
    NotificationARNs: wanted.notificationArns,
    IncludeNestedStacks: false,
    Changes: changes.map(({ action, logicalId, physicalId, type, replacement }) => ({
      Type: 'Resource',
      ResourceChange: {
        ...{ Action: action, LogicalResourceId: logicalId, PhysicalResourceId: physicalId },
        ResourceType: type,
        ...(action === 'Modify' && {
          Replacement: replacement ? 'True' : 'False',
          Scope: ['Properties'],
        }),
      },
    })),
  };
}

function describeParameter({ key, value, resolved, hidden }: ParameterRecord): XmlFields {
  return { ParameterKey: key, ParameterValue: hidden ? '****' : value, ResolvedValue: resolved };
}

/** Capabilities that whoever deploys must grant by word: the template makes roles, or names them. */
export function capabilitiesFor({ Resources }: Template): string[] {
  const iam = Object.values(Resources).filter(({ Type }) => Type.startsWith('AWS::IAM::'));
  if (iam.length === 0) return [];
  const isNamed = iam.some(({ Properties = {} }) =>
    ['RoleName', 'ManagedPolicyName', 'UserName', 'GroupName'].some((name) => name in Properties),
  );
  return [isNamed ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM'];
}
