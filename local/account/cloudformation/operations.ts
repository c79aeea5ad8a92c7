import type { StackTemplate } from '../../template/types.ts';
import { isAboutAccount } from '../account-types.ts';
import { type AccountState, addEvent, addStackEvent } from './account-state.ts';
import {
  attributesOf,
  type Plan,
  type PlannedResource,
  type PlanOptions,
  planStack,
  ResourceFailure,
} from './plan.ts';
import type { ChangeSet, Deployed, StackRecord } from './record.ts';
import { importsOf, toTemplate } from './templates.ts';

/** What stands under CloudFormation: the machine that stacks are carried out on. */
export type Ground = Pick<PlanOptions, 'describe' | 'bundle'> & {
  /** runs exactly these from now on; rejects when they cannot run together */
  run(stacks: readonly StackTemplate[]): Promise<void>;
  made(type: string, physicalId: string): void;
  /** takes it away with what it holds */
  removed(type: string, physicalId: string): void;
};

/** Resources known by a name of which an account has one. */
const NAMED =
  /^AWS::(DynamoDB::Table|SQS::Queue|Lambda::Function|SecretsManager::Secret|S3::Bucket|IAM::Role|Logs::LogGroup|SSM::Parameter|Events::(EventBus|Rule)|ECR::Repository)$/;

/** Carries out what change sets and deletions order, and tells it in events as CloudFormation does. */
export class Operations {
  readonly #state: AccountState;
  readonly #ground: Ground;
  /** by the stack's name: its template with its functions' code unpacked */
  readonly #carried = new Map<string, StackTemplate>();

  constructor(state: AccountState, ground: Ground) {
    this.#state = state;
    this.#ground = ground;
  }

  /** Runs again what was deployed when the process last ended. */
  async resume(): Promise<void> {
    for (const stack of this.#state.all()) {
      if (stack.resources.length === 0 || stack.deployed === null) continue;
      this.#carried.set(stack.name, toTemplate(stack, stack.deployed));
    }
    const standing = [...this.#carried.values()];
    for (const stack of standing) {
      planStack(stack, { ...this.#ground, others: standing.filter((one) => one !== stack) });
    }
    await this.#ground.run(runnable(standing));
  }

  /** What a parameter of Systems Manager is that a stack has made; null when there is none. */
  parameter(name: string): string | null {
    for (const stack of this.#state.all()) {
      const found = stack.resources.find(
        ({ type, physicalId }) => type === 'AWS::SSM::Parameter' && physicalId === name,
      );
      const template = this.#carried.get(stack.name);
      if (found === undefined || template === undefined) continue;
      return attributesOf(template, found.logicalId, this.#ground.describe).Value ?? null;
    }
    return null;
  }

  /** Afterwards the stack is complete, or rolled back with the reason in its events. */
  async execute(stack: StackRecord, { wanted }: ChangeSet, token?: string): Promise<void> {
    const verb = stack.deployed === null ? 'CREATE' : 'UPDATE';
    addStackEvent(stack, `${verb}_IN_PROGRESS`, { reason: 'User Initiated', token });
    const template = toTemplate(stack, wanted);
    let started = false;
    try {
      const others = this.#standing(stack);
      const plan = planStack(template, { ...this.#ground, others });
      this.#assertFree(stack, plan);
      this.#assertExports(stack, plan);
      for (const { type, physicalId } of plan.resources) this.#ground.made(type, physicalId);
      started = true;
      await this.#ground.run(runnable([...others, template])).catch((error: unknown) => {
        throw blame(error, stack, plan);
      });
      this.#complete(stack, plan, wanted, token);
      this.#carried.set(stack.name, template);
    } catch (error) {
      if (!(error instanceof ResourceFailure)) throw error;
      this.#rollBack(stack, wanted, error, token);
      if (started) await this.#ground.run(runnable(this.#standing()));
    } finally {
      this.#state.save(stack);
    }
  }

  async delete(stack: StackRecord, token?: string): Promise<void> {
    addStackEvent(stack, 'DELETE_IN_PROGRESS', { reason: 'User Initiated', token });
    const users = this.#usersOf(stack, []);
    const [[name, user] = []] = users;
    if (name !== undefined) {
      const reason = `Export ${name} cannot be deleted as it is in use by ${user}`;
      addStackEvent(stack, 'DELETE_FAILED', { reason, token });
      this.#state.save(stack);
      return;
    }
    this.#carried.delete(stack.name);
    if (stack.resources.length > 0) await this.#ground.run(runnable(this.#standing(stack)));
    for (const resource of [...stack.resources].reverse()) this.#letGo(stack, resource, token);
    stack.resources = [];
    stack.deletedAt = new Date().toISOString();
    addStackEvent(stack, 'DELETE_COMPLETE', { token });
    this.#state.forget(stack);
    this.#state.saveKept();
  }

  /** The stacks that are carried out at present, but for one that is about to change. */
  #standing(without?: StackRecord): StackTemplate[] {
    return [...this.#carried.values()].filter(({ stackName }) => stackName !== without?.name);
  }

  #complete(stack: StackRecord, plan: Plan, wanted: Deployed, token?: string): void {
    const before = new Map(stack.resources.map((resource) => [resource.logicalId, resource]));
    const isUpdate = stack.deployed !== null;
    const at = new Date().toISOString();
    stack.resources = plan.resources.map((resource) => {
      const earlier = before.get(resource.logicalId);
      if (earlier?.digest === resource.digest) return { ...earlier, ...resource };
      const verb = earlier === undefined ? 'CREATE' : 'UPDATE';
      addEvent(stack, resource, `${verb}_IN_PROGRESS`, { token });
      addEvent(stack, resource, `${verb}_COMPLETE`, { token });
      return { ...resource, status: `${verb}_COMPLETE`, at };
    });
    stack.deployed = wanted;
    stack.outputs = plan.outputs;
    const physicalIds = new Set(plan.resources.map(({ physicalId }) => physicalId));
    const gone = [...before.values()].filter(({ physicalId }) => !physicalIds.has(physicalId));
    if (isUpdate) addStackEvent(stack, 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', { token });
    for (const resource of gone.reverse()) this.#letGo(stack, resource, token);
    if (isUpdate) stack.updatedAt = at;
    addStackEvent(stack, isUpdate ? 'UPDATE_COMPLETE' : 'CREATE_COMPLETE', { token });
  }

  #rollBack(stack: StackRecord, wanted: Deployed, failure: ResourceFailure, token?: string): void {
    const isUpdate = stack.deployed !== null;
    const { logicalId, message, made } = failure;
    const isNew = ({ logicalId: id }: PlannedResource) =>
      !stack.resources.some((resource) => resource.logicalId === id);
    for (const resource of made.filter(isNew)) {
      addEvent(stack, resource, 'CREATE_IN_PROGRESS', { token });
      addEvent(stack, resource, 'CREATE_COMPLETE', { token });
    }
    const type = wanted.template.Resources[logicalId]?.Type;
    const standing = stack.resources.find((resource) => resource.logicalId === logicalId);
    const verb = standing === undefined ? 'CREATE' : 'UPDATE';
    if (type !== undefined) {
      const culprit = { logicalId, type, physicalId: standing?.physicalId ?? '' };
      addEvent(stack, culprit, `${verb}_IN_PROGRESS`, { token });
      addEvent(stack, culprit, `${verb}_FAILED`, { reason: message, token });
    }
    const prefix = isUpdate ? 'UPDATE_' : '';
    const reason =
      type === undefined
        ? message
        : `The following resource(s) failed to ${verb.toLowerCase()}: [${logicalId}].`;
    addStackEvent(stack, `${prefix}ROLLBACK_IN_PROGRESS`, { reason, token });
    for (const resource of made.filter(isNew).reverse()) {
      this.#ground.removed(resource.type, resource.physicalId);
      addEvent(stack, resource, 'DELETE_COMPLETE', { token });
    }
    if (!isUpdate) stack.deployed = wanted;
    addStackEvent(stack, `${prefix}ROLLBACK_COMPLETE`, { token });
  }

  #letGo(stack: StackRecord, resource: PlannedResource, token?: string): void {
    const { type, physicalId, deletionPolicy = 'Delete' } = resource;
    if (deletionPolicy.startsWith('Retain')) {
      if (NAMED.test(type)) this.#state.kept.push({ type, physicalId, of: stack.name });
      addEvent(stack, resource, 'DELETE_SKIPPED', { token });
      return;
    }
    this.#ground.removed(type, physicalId);
    addEvent(stack, resource, 'DELETE_COMPLETE', { token });
  }

  /** A name that another stack has, or one deleted has left behind, cannot be taken. */
  #assertFree(stack: StackRecord, plan: Plan): void {
    const own = new Set(stack.resources.map(({ physicalId }) => physicalId));
    const taken = [
      ...this.#state.all().flatMap((other) => (other === stack ? [] : other.resources)),
      ...this.#state.kept,
    ];
    for (const [at, { logicalId, type, physicalId }] of plan.resources.entries()) {
      if (!NAMED.test(type) || own.has(physicalId)) continue;
      if (!taken.some((one) => one.type === type && one.physicalId === physicalId)) continue;
      throw new ResourceFailure(
        logicalId,
        `Resource of type '${type}' with identifier '${physicalId}' already exists.`,
        plan.resources.slice(0, at),
      );
    }
  }

  #assertExports(stack: StackRecord, { outputs, resources }: Plan): void {
    for (const { exportName } of outputs) {
      const other = this.#state
        .all()
        .find((one) => one !== stack && one.outputs.some((its) => its.exportName === exportName));
      if (exportName === undefined || other === undefined) continue;
      const message = `Export with name ${exportName} is already exported by stack ${other.name}.`;
      throw new ResourceFailure(stack.name, message, resources);
    }
    const [[name, user] = []] = this.#usersOf(stack, outputs);
    if (name === undefined) return;
    const message = `Export ${name} cannot be updated as it is in use by ${user}`;
    throw new ResourceFailure(stack.name, message, resources);
  }

  /** Exports that would no longer be what another stack imports, with that stack's name. */
  #usersOf(stack: StackRecord, outputs: Plan['outputs']): [string, string][] {
    const lost = stack.outputs.filter(
      ({ exportName, value }) =>
        exportName !== undefined &&
        !outputs.some((one) => one.exportName === exportName && one.value === value),
    );
    return this.#standing(stack).flatMap(({ stackName, template }) => {
      const imports = importsOf(template);
      return lost
        .map(({ exportName = '' }) => exportName)
        .filter((name) => imports.has(name))
        .map((name): [string, string] => [name, stackName]);
    });
  }
}

function runnable(stacks: readonly StackTemplate[]): StackTemplate[] {
  return stacks.filter(({ template }) => !isAboutAccount(template));
}

/** Whose fault it is that the machine cannot run a plan: the message begins with `stack/logicalId:`. */
function blame(error: unknown, stack: StackRecord, { resources }: Plan): ResourceFailure {
  const message = error instanceof Error ? error.message : String(error);
  const logicalId = new RegExp(`^${stack.name}/(\\w+):`).exec(message)?.[1] ?? stack.name;
  const at = resources.findIndex((resource) => resource.logicalId === logicalId);
  return new ResourceFailure(logicalId, message, at < 0 ? resources : resources.slice(0, at));
}
