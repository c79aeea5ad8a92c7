import type { Template } from '../../template/types.ts';

/** What CloudFormation remembers of a stack. Times are ISO. */
export type StackRecord = {
  name: string;
  id: string;
  status: string;
  statusReason?: string;
  createdAt: string;
  updatedAt?: string;
  deletedAt?: string;
  terminationProtection: boolean;
  /** what runs; null while the first change set waits for a look */
  deployed: Deployed | null;
  resources: ResourceRecord[];
  outputs: OutputRecord[];
  /** oldest first */
  events: EventRecord[];
  changeSets: ChangeSet[];
};

/** Everything that a deploy says of a stack. */
export type Deployed = {
  /** as it was sent, for whoever compares it */
  body: string;
  template: Template;
  parameters: ParameterRecord[];
  capabilities: string[];
  tags: Tag[];
  notificationArns: string[];
  roleArn?: string;
};

export type Tag = { Key: string; Value: string };

export type ParameterRecord = {
  key: string;
  value: string;
  /** what Systems Manager said, where the value is the name of a parameter there */
  resolved?: string;
  hidden: boolean;
};

export type ResourceRecord = {
  logicalId: string;
  physicalId: string;
  type: string;
  status: string;
  at: string;
  /** another digest, another resource: of its type, properties and metadata, all resolved */
  digest: string;
  /** by name, for a `Retain` keeps it when its stack lets go of it */
  deletionPolicy?: string;
};

export type OutputRecord = {
  key: string;
  value: string;
  description?: string;
  exportName?: string;
};

export type EventRecord = {
  id: string;
  at: string;
  logicalId: string;
  physicalId: string;
  type: string;
  status: string;
  reason?: string;
  token?: string;
};

export type Change = {
  action: 'Add' | 'Modify' | 'Remove';
  logicalId: string;
  physicalId?: string;
  type: string;
  replacement: boolean;
};

export type ChangeSet = {
  name: string;
  id: string;
  createdAt: string;
  status: 'CREATE_COMPLETE' | 'FAILED';
  statusReason?: string;
  executionStatus: 'AVAILABLE' | 'UNAVAILABLE' | 'EXECUTE_COMPLETE' | 'EXECUTE_FAILED';
  wanted: Deployed;
  changes: Change[];
};

export const STACK_TYPE = 'AWS::CloudFormation::Stack';
