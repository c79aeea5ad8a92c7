import type { ConditionParams, Row } from '../../domain/store/port.ts';

/**
 * DynamoDB's condition language over plain rows, read from the text of the expression: comparisons,
 * BETWEEN, IN, AND, OR, NOT, parentheses, paths, and the functions that conditions use.
 */

type Operand = (row: Row | undefined) => unknown;
export type Node =
  | { type: 'and' | 'or'; left: Node; right: Node }
  | { type: 'not'; inner: Node }
  | { type: 'compare'; operator: string; name: string; operands: Operand[] };

const TOKEN = /\s*(<>|<=|>=|[=<>(),]|[A-Za-z_#:][\w#:.[\]]*|$)/y;
const FUNCTIONS = new Set(['attribute_exists', 'attribute_not_exists', 'begins_with', 'contains']);

class ValidationException extends Error {
  override readonly name = 'ValidationException';
  readonly $fault = 'client';
}

export function invalid(message: string): never {
  throw new ValidationException(message);
}

/** Reads an expression; refuses, as the service does, names and values that are missing or unused. */
export function parse(
  params: ConditionParams,
  ...expressions: readonly (string | undefined)[]
): Node[] {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = params;
  const unused = new Set([...Object.keys(names ?? {}), ...Object.keys(values ?? {})]);
  for (const [label, map] of Object.entries({ Names: names, Values: values })) {
    if (map && Object.keys(map).length === 0)
      invalid(`ExpressionAttribute${label} must not be empty`);
  }
  const nodes = expressions
    .filter((text) => text !== undefined)
    .map((text) => new Parser(text, params, unused).whole());
  if (unused.size > 0) invalid(`unused in expressions: keys: {${[...unused].join(', ')}}`);
  return nodes;
}

export function evaluate(node: Node, row: Row | undefined): boolean {
  switch (node.type) {
    case 'and':
      return evaluate(node.left, row) && evaluate(node.right, row);
    case 'or':
      return evaluate(node.left, row) || evaluate(node.right, row);
    case 'not':
      return !evaluate(node.inner, row);
    case 'compare':
      return holds(
        node.operator,
        node.operands.map((operand) => operand(row)),
      );
  }
}

class Parser {
  private readonly tokens: string[] = [];
  private at = 0;
  private readonly params: ConditionParams;
  private readonly unused: Set<string>;

  constructor(text: string, params: ConditionParams, unused: Set<string>) {
    this.params = params;
    this.unused = unused;
    TOKEN.lastIndex = 0;
    while (TOKEN.lastIndex < text.trimEnd().length) {
      const found = TOKEN.exec(text)?.[1];
      if (!found) throw new ValidationException(`Syntax error in expression: ${text}`);
      this.tokens.push(found);
    }
  }

  whole(): Node {
    const node = this.or();
    if (this.at < this.tokens.length) invalid(`Syntax error; token: ${this.tokens[this.at]}`);
    return node;
  }

  private or(): Node {
    let left = this.and();
    while (this.takes('OR')) left = { type: 'or', left, right: this.and() };
    return left;
  }

  private and(): Node {
    let left = this.not();
    while (this.takes('AND')) left = { type: 'and', left, right: this.not() };
    return left;
  }

  private not(): Node {
    return this.takes('NOT') ? { type: 'not', inner: this.not() } : this.term();
  }

  private term(): Node {
    if (this.takes('(')) {
      const inner = this.or();
      this.expect(')');
      return inner;
    }
    const name = this.next();
    if (FUNCTIONS.has(name)) {
      const [first, ...operands] = this.list();
      return {
        type: 'compare',
        operator: name,
        name: first?.name ?? '',
        operands: [first, ...operands].map((o) => o?.read as Operand),
      };
    }
    const left = this.operand(name);
    const operator = this.next().toUpperCase();
    if (operator === 'BETWEEN') {
      const low = this.operand(this.next());
      this.expect('AND');
      const high = this.operand(this.next());
      if (ordered(low.read(undefined), high.read(undefined), (order) => order > 0)) {
        invalid(
          'The BETWEEN operator requires upper bound to be greater than or equal to lower bound',
        );
      }
      return {
        type: 'compare',
        operator,
        name: left.name,
        operands: [left.read, low.read, high.read],
      };
    }
    const rest = operator === 'IN' ? this.list() : [this.operand(this.next())];
    if (!['=', '<>', '<', '<=', '>', '>=', 'IN'].includes(operator))
      invalid(`Syntax error; token: ${operator}`);
    return {
      type: 'compare',
      operator,
      name: left.name,
      operands: [left, ...rest].map((o) => o.read),
    };
  }

  private list(): { name: string; read: Operand }[] {
    this.expect('(');
    const operands = [];
    do operands.push(this.operand(this.next()));
    while (this.takes(','));
    this.expect(')');
    return operands;
  }

  private operand(token: string): { name: string; read: Operand } {
    if (token.startsWith(':')) {
      const value = this.lookup('ExpressionAttributeValues', token);
      return { name: '', read: () => value };
    }
    const path = token
      .split('.')
      .map((part) =>
        part.startsWith('#') ? String(this.lookup('ExpressionAttributeNames', part)) : part,
      );
    const read: Operand = (row) =>
      path.reduce<unknown>((value, part) => (value as Row | undefined)?.[part], row);
    return { name: path.join('.'), read };
  }

  private lookup(
    map: 'ExpressionAttributeNames' | 'ExpressionAttributeValues',
    key: string,
  ): unknown {
    const value = this.params[map]?.[key];
    if (value === undefined) return invalid(`${map} has no ${key}, which the expression uses`);
    this.unused.delete(key);
    return value;
  }

  private takes(word: string): boolean {
    const found = this.tokens[this.at]?.toUpperCase() === word;
    if (found) this.at++;
    return found;
  }

  private next(): string {
    return this.tokens[this.at++] ?? invalid('Syntax error; token: <EOF>');
  }

  private expect(word: string): void {
    if (!this.takes(word)) invalid(`Syntax error; token: ${this.tokens[this.at]}`);
  }
}

/** What holds of an absent attribute: only that it is not there, and that it differs (`<>`). */
function holds(operator: string, [left, ...rest]: unknown[]): boolean {
  const [right, high] = rest;
  switch (operator) {
    case 'attribute_exists':
      return left !== undefined;
    case 'attribute_not_exists':
      return left === undefined;
    case '=':
      return same(left, right);
    case '<>':
      return !same(left, right);
    case 'IN':
      return rest.some((value) => same(left, value));
    case 'begins_with':
      return typeof left === 'string' && typeof right === 'string' && left.startsWith(right);
    case 'contains':
      if (typeof left === 'string') return typeof right === 'string' && left.includes(right);
      return (
        (Array.isArray(left) || left instanceof Set) && [...left].some((item) => same(item, right))
      );
    case 'BETWEEN':
      return (
        ordered(left, right, (order) => order >= 0) && ordered(left, high, (order) => order <= 0)
      );
    case '<':
      return ordered(left, right, (order) => order < 0);
    case '<=':
      return ordered(left, right, (order) => order <= 0);
    case '>':
      return ordered(left, right, (order) => order > 0);
    case '>=':
      return ordered(left, right, (order) => order >= 0);
    default:
      return invalid(`unknown operator ${operator}`);
  }
}

function same(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return false;
  return (
    left === right || (typeof left === 'object' && JSON.stringify(left) === JSON.stringify(right))
  );
}

/** Values of two types have no order; no comparison between them holds. */
function ordered(left: unknown, right: unknown, test: (order: number) => boolean): boolean {
  if (typeof left === 'number' && typeof right === 'number') return test(left - right);
  if (typeof left === 'string' && typeof right === 'string') return test(compareText(left, right));
  return false;
}

/** By UTF-8 bytes, which differs from JavaScript's own order beyond the basic plane. */
export function compareText(left: string, right: string): number {
  return left === right ? 0 : Buffer.compare(Buffer.from(left), Buffer.from(right));
}
