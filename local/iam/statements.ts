import { TemplateError } from '../template/types.ts';

/** The condition operators that the product's policies use. A closed list: another one stops the start. */
const OPERATORS: Record<string, (given: readonly string[], allowed: readonly string[]) => boolean> =
  {
    StringEquals: (given, allowed) => given.length === 1 && given.every((v) => allowed.includes(v)),
    StringLike: (given, allowed) =>
      given.length === 1 && given.every((v) => matchesAny(v, allowed)),
    // As IAM does: of an absent key "for all" holds and "for any" does not.
    'ForAllValues:StringEquals': (given, allowed) => given.every((v) => allowed.includes(v)),
    'ForAllValues:StringLike': (given, allowed) => given.every((v) => matchesAny(v, allowed)),
    'ForAnyValue:StringEquals': (given, allowed) => given.some((v) => allowed.includes(v)),
    'ForAnyValue:StringLike': (given, allowed) => given.some((v) => matchesAny(v, allowed)),
  };

/** One statement of a policy, as IAM would judge by it. */
export type Statement = {
  effect: 'Allow' | 'Deny';
  actions: readonly string[];
  resources: readonly string[];
  conditions: readonly { operator: string; key: string; values: readonly string[] }[];
};

/** What a caller wants to do to one resource, with the condition keys that the service would set. */
export type Access = {
  action: string;
  resource: string;
  keys: Readonly<Record<string, readonly string[]>>;
};

/** Reads a policy document whose references are resolved. Throws a TemplateError for what it cannot judge. */
export function readStatements(document: unknown, place: string): Statement[] {
  const { Statement: statements } = document as { Statement: unknown };
  return asList(statements).map((raw) => {
    const { Effect, Action, Resource, Condition, ...others } = raw as Record<string, unknown>;
    delete others.Sid;
    const unknown = Object.keys(others);
    if (unknown.length > 0 || (Effect !== 'Allow' && Effect !== 'Deny')) {
      throw new TemplateError(`${place}: a statement with ${unknown.join(', ') || Effect}`);
    }
    return {
      effect: Effect,
      actions: asList(Action).map(String),
      resources: asList(Resource).map(String),
      conditions: readConditions(Condition, place),
    };
  });
}

function readConditions(condition: unknown, place: string): Statement['conditions'] {
  return Object.entries((condition ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([operator, byKey]) => {
      if (OPERATORS[operator] === undefined) {
        throw new TemplateError(`${place}: the condition ${operator} is not known to the runner`);
      }
      return Object.entries(byKey).map(([key, values]) => ({
        operator,
        key,
        values: asList(values).map(String),
      }));
    },
  );
}

/**
 * The index of the statement that allows an access, or null when none does or one denies it. The
 * first that allows is told: two that allow the same are one too many.
 */
export function allowing(statements: readonly Statement[], access: Access): number | null {
  const applies = (statement: Statement) => covers(statement, access);
  if (statements.some((statement) => statement.effect === 'Deny' && applies(statement)))
    return null;
  const index = statements.findIndex(({ effect }, at) => {
    const statement = statements[at];
    return effect === 'Allow' && statement !== undefined && applies(statement);
  });
  return index < 0 ? null : index;
}

function covers(statement: Statement, { action, resource, keys }: Access): boolean {
  return (
    matchesAny(
      action.toLowerCase(),
      statement.actions.map((one) => one.toLowerCase()),
    ) &&
    matchesAny(resource, statement.resources) &&
    statement.conditions.every(({ operator, key, values }) =>
      OPERATORS[operator]?.(keys[key] ?? [], values),
    )
  );
}

/** Patterns as IAM writes them: `*` for any run of characters, `?` for one. */
function matchesAny(value: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => pattern === value || toPattern(pattern).test(value));
}

const PATTERNS = new Map<string, RegExp>();

function toPattern(pattern: string): RegExp {
  const known = PATTERNS.get(pattern);
  if (known !== undefined) return known;
  const source = pattern
    .replace(/[\\^$.|+()[\]{}]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const made = new RegExp(`^${source}$`, 's');
  PATTERNS.set(pattern, made);
  return made;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}
