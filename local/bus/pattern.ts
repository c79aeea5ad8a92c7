/**
 * EventBridge's event patterns, which are also the filters of Lambda's event sources.
 *
 * A pattern has the event's shape. Its leaves are lists: the event's value (or any element of it,
 * when it is a list) must match one entry of the list, either literally or by an operator such as
 * `{ prefix: 'outbox#' }`. Every field must match; `$or` holds alternatives.
 */
export type EventPattern = { [field: string]: unknown };

export class PatternError extends Error {
  override name = 'PatternError';
}

/** Whether an event matches. Throws PatternError on an operator that EventBridge does not know. */
export function matchesPattern(pattern: EventPattern, event: unknown): boolean {
  return Object.entries(pattern).every(([field, expected]) => {
    if (field === '$or') {
      return (expected as EventPattern[]).some((branch) => matchesPattern(branch, event));
    }
    const actual = isObject(event) ? event[field] : undefined;
    return Array.isArray(expected)
      ? matchesLeaf(expected, actual)
      : matchesNested(expected as EventPattern, actual);
  });
}

/** A nested pattern looks into an object, or into any object of a list. */
function matchesNested(pattern: EventPattern, actual: unknown): boolean {
  if (Array.isArray(actual)) {
    return actual.some((item) => isObject(item) && matchesPattern(pattern, item));
  }
  // Not there is not yet a mismatch: below may stand `{ exists: false }`.
  return matchesPattern(pattern, isObject(actual) ? actual : {});
}

function matchesLeaf(alternatives: readonly unknown[], actual: unknown): boolean {
  const values = toValues(actual);
  return alternatives.some((rule) => {
    if (isObject(rule) && rule.exists === false) return actual === undefined;
    return values.some((value) => matchesRule(rule, value));
  });
}

/** `exists` and the others speak of leaves: an object is not one. */
function toValues(actual: unknown): readonly unknown[] {
  if (actual === undefined || isObject(actual)) return [];
  return Array.isArray(actual) ? actual : [actual];
}

function matchesRule(rule: unknown, value: unknown): boolean {
  if (!isObject(rule)) return rule === value;
  const [operator, operand] = Object.entries(rule)[0] ?? [];
  switch (operator) {
    case 'exists':
      return operand === true;
    case 'prefix':
      return matchesText(operand, value, (text, part) => text.startsWith(part));
    case 'suffix':
      return matchesText(operand, value, (text, part) => text.endsWith(part));
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase();
    case 'wildcard':
      return matchesText(operand, value, matchesWildcard);
    case 'anything-but':
      return !matchesExcluded(operand, value);
    case 'numeric':
      return typeof value === 'number' && matchesNumeric(operand as unknown[], value);
    case 'cidr':
      return typeof value === 'string' && matchesCidr(String(operand), value);
    default:
      throw new PatternError(`event pattern: ${operator} is not an operator`);
  }
}

/** The operand is a text, a list of them (any), or `{ 'equals-ignore-case': text }`. */
function matchesText(
  operand: unknown,
  value: unknown,
  matches: (text: string, part: string) => boolean,
): boolean {
  if (typeof value !== 'string') return false;
  if (isObject(operand)) {
    const part = String(operand['equals-ignore-case']);
    return matches(value.toLowerCase(), part.toLowerCase());
  }
  return toList(operand).some((part) => matches(value, String(part)));
}

/** `anything-but` takes a value, a list of values, or an operator with one or several operands. */
function matchesExcluded(operand: unknown, value: unknown): boolean {
  if (!isObject(operand)) return toList(operand).includes(value);
  return Object.entries(operand).some(([operator, parts]) =>
    toList(parts).some((part) => matchesRule({ [operator]: part }, value)),
  );
}

/** `['>', 0, '<=', 5]`: every comparison holds. */
function matchesNumeric(comparisons: readonly unknown[], value: number): boolean {
  for (let at = 0; at < comparisons.length; at += 2) {
    if (!compare(value, String(comparisons[at]), Number(comparisons[at + 1]))) return false;
  }
  return true;
}

function compare(left: number, sign: string, right: number): boolean {
  switch (sign) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '=':
      return left === right;
    default:
      throw new PatternError(`event pattern: ${sign} is not a comparison`);
  }
}

/** `*` stands for any text; `\*` for a star. */
function matchesWildcard(text: string, wildcard: string): boolean {
  const source = wildcard.replace(/\\([*\\])|\*|[.+?^${}()|[\]\\]/g, (found, escaped) => {
    if (escaped !== undefined) return `\\${escaped}`;
    return found === '*' ? '.*' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 's').test(text);
}

/** IPv4 only, as far as anything here needs it: `10.0.0.0/24`. */
function matchesCidr(block: string, address: string): boolean {
  const [network = '', bits = '32'] = block.split('/');
  const size = 2 ** (32 - Number(bits));
  const [left, right] = [toNumber(network), toNumber(address)];
  return left !== null && right !== null && Math.floor(left / size) === Math.floor(right / size);
}

function toNumber(address: string): number | null {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return null;
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
