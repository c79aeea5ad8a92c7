import { createHash } from 'node:crypto';
import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from '../../parts/constants.ts';
import { assertKnownIntrinsics, type DescribeResource, Resolver } from '../../template/resolve.ts';
import { assertKnownType } from '../../template/resources.ts';
import type { Resource, StackTemplate } from '../../template/types.ts';
import { ACCOUNT_TYPES, isAboutAccount } from '../account-types.ts';
import type { OutputRecord, ResourceRecord } from './record.ts';

export type PlannedResource = Omit<ResourceRecord, 'status' | 'at'>;
export type Plan = { resources: PlannedResource[]; outputs: OutputRecord[] };

/** One resource cannot be made, for this reason. `made` are those before it. */
export class ResourceFailure extends Error {
  override name = 'ResourceFailure';
  readonly logicalId: string;
  readonly made: readonly PlannedResource[];

  constructor(logicalId: string, message: string, made: readonly PlannedResource[]) {
    super(message);
    this.logicalId = logicalId;
    this.made = made;
  }
}

export type PlanOptions = {
  /** every other stack of the account, for what it exports */
  others: readonly StackTemplate[];
  describe: DescribeResource;
  /** the folder with the unpacked archive; throws when there is none */
  bundle(bucket: string, key: string): string;
};

/**
 * Works out a whole stack, resource by resource: every reference resolved, every function's code
 * unpacked into `stack.assets`.
 *
 * @throws ResourceFailure at the first that cannot be made here, an unknown type or function included
 */
export function planStack(stack: StackTemplate, options: PlanOptions): Plan {
  const { Resources, Outputs = {} } = stack.template;
  const made: PlannedResource[] = [];
  const attempt = <T>(logicalId: string, work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw new ResourceFailure(logicalId, (error as Error).message, made);
    }
  };
  const aboutAccount = isAboutAccount(stack.template);
  for (const [logicalId, resource] of Object.entries(Resources)) {
    attempt(logicalId, () => {
      const isOurs = aboutAccount && resource.Type in ACCOUNT_TYPES;
      if (!isOurs) assertKnownType(resource.Type, `${stack.stackName}/${logicalId}`);
      assertKnownIntrinsics(resource, `${stack.stackName}/${logicalId}`);
    });
  }
  const resolver = attempt(stack.stackName, () =>
    resolverFor([...options.others, stack], options.describe),
  );
  for (const [logicalId, resource] of Object.entries(Resources)) {
    const planned = attempt(logicalId, () => planResource(stack, logicalId, resource, resolver));
    if (planned === null) continue;
    attempt(logicalId, () => unpack(stack, planned.properties, options));
    const { properties: _, ...record } = planned;
    made.push(record);
  }
  const outputs = attempt(stack.stackName, () =>
    Object.entries(Outputs)
      .filter(([, { Condition }]) => resolver.condition(stack.stackName, Condition))
      .map(([key, { Value, Description, Export }]) => ({
        key,
        value: String(resolver.resolve(stack.stackName, Value)),
        ...(Description !== undefined && { description: Description }),
        ...(Export && { exportName: String(resolver.resolve(stack.stackName, Export.Name)) }),
      })),
  );
  return { resources: made, outputs };
}

/** Null when its condition does not hold. */
function planResource(
  { stackName }: StackTemplate,
  logicalId: string,
  resource: Resource,
  resolver: Resolver,
): (PlannedResource & { properties: Record<string, unknown> }) | null {
  if (!resolver.condition(stackName, resource.Condition)) return null;
  const resolved = resolver.resolve(stackName, resource) as Resource;
  const digest = createHash('sha256').update(JSON.stringify(resolved)).digest('hex');
  return {
    logicalId,
    type: resource.Type,
    physicalId: resolver.attributes(stackName, logicalId).Ref,
    digest,
    ...(resource.DeletionPolicy !== undefined && { deletionPolicy: resource.DeletionPolicy }),
    properties: resolved.Properties ?? {},
  };
}

/** A function's code is the archive that was uploaded, and nothing else. */
function unpack(
  stack: StackTemplate,
  { Code }: Record<string, unknown>,
  { bundle }: PlanOptions,
): void {
  const { S3Bucket, S3Key } = (Code ?? {}) as { S3Bucket?: string; S3Key?: string };
  if (S3Bucket === undefined || S3Key === undefined) return;
  stack.assets.set(S3Key.replace(/\.zip$/, ''), bundle(S3Bucket, S3Key));
}

/** `Ref` and attributes of one resource of a stack that stands by itself. */
export function attributesOf(stack: StackTemplate, logicalId: string, describe: DescribeResource) {
  return resolverFor([stack], describe).attributes(stack.stackName, logicalId);
}

function resolverFor(stacks: readonly StackTemplate[], describe: DescribeResource): Resolver {
  return new Resolver({ stacks, region: LOCAL_REGION, account: LOCAL_ACCOUNT_ID, describe });
}
