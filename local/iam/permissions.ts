import type { Call } from '../proxy/calls.ts';
import type { FunctionModel, Resolved } from '../template/model.ts';
import { TemplateError } from '../template/types.ts';
import { accessesOf, type KeyNames, type Tables, UnknownCall } from './accesses.ts';
import { type Access, allowing, readStatements, type Statement } from './statements.ts';

/** One statement of one function's role, and which of its actions a call has needed so far. */
export type GrantedStatement = {
  function: string;
  actions: readonly string[];
  resources: readonly string[];
  used: string[];
};

/** What the roles grant, and the calls that were refused: `<function> dynamodb:Scan <resource>`. */
export type PermissionReport = { statements: GrantedStatement[]; denied: string[] };

/** What Lambda itself does under a function's role: writing its log, tracing. No call of ours shows it. */
const BY_LAMBDA = /^(logs|xray):/;

/** What Lambda does under the role of a function that a queue or a stream wakes. */
const SOURCE_ACTIONS: Record<string, readonly string[]> = {
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  dynamodb: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
};

/**
 * Judges every AWS call of a function by the policies that the template gives its role, as IAM
 * would, and remembers which of them were needed.
 */
export class Permissions {
  readonly #statements = new Map<string, readonly Statement[]>();
  readonly #used = new Set<string>();
  readonly #denied = new Set<string>();
  readonly #tables: Tables;

  constructor(model: {
    functions: readonly FunctionModel[];
    roles: readonly Resolved[];
    policies: readonly Resolved[];
    tables: readonly Resolved[];
    mappings: readonly Resolved[];
  }) {
    const byRole = statementsByRole(model.roles, model.policies);
    for (const { shortName, role } of model.functions) {
      this.#statements.set(shortName, byRole.get(role) ?? []);
    }
    this.#tables = new Map(
      model.tables.map(({ attributes, properties }) => [
        attributes.Ref ?? '',
        keyNames(properties),
      ]),
    );
    for (const mapping of model.mappings) this.#admitSource(mapping, model.functions);
  }

  /** Null when the role allows all of it; else the sentence that AWS would answer with. */
  refusal(functionName: string, call: Call, body: Buffer): string | null {
    let accesses: Access[];
    try {
      accesses = accessesOf(call, body, this.#tables);
    } catch (error) {
      if (!(error instanceof UnknownCall)) throw error;
      this.#denied.add(`${functionName} ${call.service}:${call.action}`);
      return `${error.message} is not a call that the local runner can judge`;
    }
    for (const access of accesses) {
      if (this.#allows(functionName, access)) continue;
      this.#denied.add(`${functionName} ${access.action} ${access.resource}`);
      return `User: ${functionName} is not authorized to perform: ${access.action} on resource: ${access.resource} because no identity-based policy allows the ${access.action} action`;
    }
    return null;
  }

  report(): PermissionReport {
    const statements = [...this.#statements].flatMap(([name, ofRole]) =>
      ofRole.map(({ actions, resources }, index) => ({
        function: name,
        actions: actions.filter((action) => !BY_LAMBDA.test(action)),
        resources,
        used: actions.filter((action) => this.#used.has(usage(name, index, action))),
      })),
    );
    return {
      statements: statements.filter(({ actions }) => actions.length > 0),
      denied: [...this.#denied].sort(),
    };
  }

  #allows(functionName: string, access: Access): boolean {
    const statements = this.#statements.get(functionName) ?? [];
    const index = allowing(statements, access);
    if (index === null) return false;
    const named = statements[index]?.actions.find(
      (action) => action.toLowerCase() === access.action.toLowerCase(),
    );
    this.#used.add(usage(functionName, index, named ?? access.action));
    return true;
  }

  /** Lambda polls a queue or a stream under the function's role: without leave it would never wake. */
  #admitSource(
    { stackName, logicalId, properties }: Resolved,
    functions: readonly FunctionModel[],
  ) {
    const source = String(properties.EventSourceArn);
    const target = String(properties.FunctionName);
    const fn = functions.find(({ name, arn }) => [name, arn].includes(target));
    const needed = (SOURCE_ACTIONS[source.split(':')[2] ?? ''] ?? []).map((action) => [
      action,
      source,
    ]);
    const { OnFailure } = (properties.DestinationConfig ?? {}) as {
      OnFailure?: { Destination: string };
    };
    // What it gives up on it sends away under that role, too.
    if (OnFailure) needed.push(['sqs:SendMessage', String(OnFailure.Destination)]);
    for (const [action = '', resource = ''] of needed) {
      if (fn && this.#allows(fn.shortName, { action, resource, keys: {} })) continue;
      throw new TemplateError(`${stackName}/${logicalId}: ${target} may not ${action} ${resource}`);
    }
  }
}

function usage(functionName: string, statement: number, action: string): string {
  return `${functionName} ${statement} ${action}`;
}

function statementsByRole(
  roles: readonly Resolved[],
  policies: readonly Resolved[],
): Map<string, Statement[]> {
  return new Map(
    roles.map(({ stackName, logicalId, attributes, properties }) => {
      const place = `${stackName}/${logicalId}`;
      const inline = (properties.Policies ?? []) as { PolicyDocument: unknown }[];
      const managed = (properties.ManagedPolicyArns ?? []) as string[];
      const attached = policies.filter(
        (policy) =>
          managed.includes(policy.attributes.PolicyArn ?? '') ||
          ((policy.properties.Roles ?? []) as string[]).includes(attributes.Ref ?? ''),
      );
      const documents = [
        ...inline.map(({ PolicyDocument }) => PolicyDocument),
        ...attached.map((policy) => policy.properties.PolicyDocument),
      ];
      return [
        attributes.Arn ?? '',
        documents.flatMap((document) => readStatements(document, place)),
      ];
    }),
  );
}

type KeySchema = { AttributeName: string; KeyType: string }[];

function keyNames(properties: Record<string, unknown>): KeyNames {
  const hash = (schema: unknown) =>
    (schema as KeySchema).find(({ KeyType }) => KeyType === 'HASH')?.AttributeName ?? '';
  const indexes = (properties.GlobalSecondaryIndexes ?? []) as {
    IndexName: string;
    KeySchema: KeySchema;
  }[];
  return {
    table: hash(properties.KeySchema),
    indexes: Object.fromEntries(indexes.map((index) => [index.IndexName, hash(index.KeySchema)])),
  };
}
