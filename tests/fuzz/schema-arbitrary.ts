import fc from 'fast-check';

/** As much of a JSON schema as the API's document uses. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  propertyNames?: Schema;
  additionalProperties?: boolean | Schema;
  pattern?: string;
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  minItems?: number;
  maxItems?: number;
};

/** What a field of a name may well hold: ids that exist, addresses that are free, times that lie ahead. */
export type Pool = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/**
 * Values that a schema allows. A field that the pool knows takes its value from there more often
 * than not, since random ids only ever reach the first refusal.
 */
export function valuesOf(
  schema: Schema,
  components: Readonly<Record<string, Schema>>,
  pool: Pool,
  name = '',
): fc.Arbitrary<unknown> {
  const known = pool[name];
  const made = made_(schema, components, pool, name);
  return known === undefined
    ? made
    : fc.oneof({ weight: 4, arbitrary: known }, { weight: 1, arbitrary: made });
}

function made_(
  schema: Schema,
  components: Readonly<Record<string, Schema>>,
  pool: Pool,
  name: string,
): fc.Arbitrary<unknown> {
  const inside = (one: Schema, of = name) => valuesOf(one, components, pool, of);
  if (schema.$ref !== undefined) {
    const target = components[schema.$ref.split('/').at(-1) ?? ''];
    return target === undefined ? fc.anything() : inside(target);
  }
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => inside(choice)));
  if (schema.allOf !== undefined) {
    return fc
      .tuple(...schema.allOf.map((part) => inside(part)))
      .map((parts) => Object.assign({}, ...parts));
  }
  const [type] = [schema.type].flat();
  switch (type) {
    case 'object':
      return objects(schema, inside);
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 6 } = schema;
      return fc.array(inside(items), { minLength: minItems, maxLength: Math.min(maxItems, 6) });
    }
    case 'string':
      return strings(schema);
    case 'integer':
    case 'number':
      return numbers(schema, type);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue();
  }
}

function objects(
  { properties = {}, required = [] }: Schema,
  inside: (schema: Schema, name: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, inside(schema, name)]),
  );
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields) });
}

function strings({ pattern, format, minLength = 0, maxLength = 60 }: Schema) {
  if (format === 'date') return dates();
  if (format === 'date-time') return dates().map((date) => `${date}T10:00:00Z`);
  if (pattern !== undefined) return matching(pattern);
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 60) });
}

const byPattern = new Map<string, fc.Arbitrary<string>>();

/** Made once for each pattern: the document names the same few in a thousand places. */
function matching(pattern: string): fc.Arbitrary<string> {
  const known = byPattern.get(pattern) ?? fc.stringMatching(new RegExp(pattern));
  byPattern.set(pattern, known);
  return known;
}

function dates(): fc.Arbitrary<string> {
  const from = { min: new Date('1950-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z') };
  return fc.date({ ...from, noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
}

function numbers(schema: Schema, type: 'integer' | 'number'): fc.Arbitrary<number> {
  const { minimum = 0, maximum = 1_000_000, multipleOf } = schema;
  if (type === 'number') return fc.double({ min: minimum, max: maximum, noNaN: true });
  const step = multipleOf ?? 1;
  return fc
    .integer({ min: Math.ceil(minimum / step), max: Math.floor(maximum / step) })
    .map((count) => count * step);
}
