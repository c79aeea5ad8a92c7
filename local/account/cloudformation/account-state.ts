import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeJson } from '../../parts/json-file.ts';
import { arn } from '../../template/resources.ts';
import { Refusal } from '../refusal.ts';
import { type EventRecord, STACK_TYPE, type StackRecord } from './record.ts';

/** What outlived its stack by its policy, and stands in the way of another of its name. */
export type Kept = { type: string; physicalId: string; of: string };

/** The stacks of the account, as files: one of each, and one of what deleted stacks have left behind. */
export class AccountState {
  readonly #dir: string;
  readonly #stacks = new Map<string, StackRecord>();
  /** by id, until this process ends: whoever deletes a stack asks for it once more */
  readonly #deleted = new Map<string, StackRecord>();
  readonly kept: Kept[];

  constructor(dir: string) {
    this.#dir = dir;
    this.kept = readJson<Kept[]>(join(dir, 'kept.json')) ?? [];
    for (const file of this.#files()) {
      const stack = readJson<StackRecord>(join(dir, 'stacks', file));
      if (stack !== null) this.#stacks.set(stack.name, stack);
    }
  }

  all(): StackRecord[] {
    return [...this.#stacks.values()];
  }

  /** Deleted ones too, the youngest first. */
  history(): StackRecord[] {
    return [...this.all(), ...[...this.#deleted.values()].reverse()];
  }

  find(nameOrId: string): StackRecord | null {
    const stack = this.#stacks.get(nameOrId) ?? this.#deleted.get(nameOrId);
    return stack ?? this.all().find(({ id }) => id === nameOrId) ?? null;
  }

  /** As `find`; an unknown one is refused in CloudFormation's words. */
  need(nameOrId: string): StackRecord {
    const stack = this.find(nameOrId);
    if (stack === null) {
      throw new Refusal('ValidationError', `Stack with id ${nameOrId} does not exist`);
    }
    return stack;
  }

  /** Whether a stack has made the role, or left it behind. */
  hasRole(roleArn: string): boolean {
    const made = [...this.all().flatMap(({ resources }) => resources), ...this.kept];
    return made.some(
      ({ type, physicalId }) =>
        type === 'AWS::IAM::Role' && roleArn.split(':role/')[1] === physicalId,
    );
  }

  create(name: string): StackRecord {
    const stack: StackRecord = {
      name,
      id: arn('cloudformation', `stack/${name}/${randomUUID()}`),
      status: 'REVIEW_IN_PROGRESS',
      createdAt: new Date().toISOString(),
      terminationProtection: false,
      deployed: null,
      ...{ resources: [], outputs: [], events: [], changeSets: [] },
    };
    this.#stacks.set(name, stack);
    addStackEvent(stack, 'REVIEW_IN_PROGRESS', { reason: 'User Initiated' });
    this.save(stack);
    return stack;
  }

  /** It is known by its id alone from now on. */
  forget(stack: StackRecord): void {
    this.#stacks.delete(stack.name);
    this.#deleted.set(stack.id, stack);
    rmSync(this.#file(stack), { force: true });
  }

  save(stack: StackRecord): void {
    writeJson(this.#file(stack), stack);
    this.saveKept();
  }

  saveKept(): void {
    writeJson(join(this.#dir, 'kept.json'), this.kept);
  }

  #file({ name }: StackRecord): string {
    return join(this.#dir, 'stacks', `${name}.json`);
  }

  #files(): string[] {
    try {
      return readdirSync(join(this.#dir, 'stacks')).filter((name) => name.endsWith('.json'));
    } catch {
      return []; // nothing was deployed yet
    }
  }
}

type About = { reason?: string | undefined; token?: string | undefined };

/** The stack itself is in another state from now on; an event tells. */
export function addStackEvent(stack: StackRecord, status: string, about: About = {}): void {
  stack.status = status;
  if (about.reason === undefined) delete stack.statusReason;
  else stack.statusReason = about.reason;
  const resource = { logicalId: stack.name, physicalId: stack.id, type: STACK_TYPE };
  addEvent(stack, resource, status, about);
}

export function addEvent(
  stack: StackRecord,
  { logicalId, physicalId, type }: Pick<EventRecord, 'logicalId' | 'physicalId' | 'type'>,
  status: string,
  { reason, token }: About = {},
): void {
  // Each later than the one before: whoever shows them sorts by time.
  const after = Date.parse(stack.events.at(-1)?.at ?? '') + 1 || 0;
  const at = new Date(Math.max(Date.now(), after)).toISOString();
  stack.events.push({
    ...{ id: randomUUID(), at, logicalId, physicalId, type, status },
    ...(reason !== undefined && { reason }),
    ...(token !== undefined && { token }),
  });
}
