import fc from 'fast-check';

/** Texts that have broken servers before. */
const TEXTS = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202egnirts',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{ constructor.constructor("return 1")() }}',
  '%00',
  '%ff',
  'sch_',
  '__proto__',
  'a\r\nBcc: x@y.example',
  'å'.normalize('NFD'),
  '9'.repeat(400),
  'x'.repeat(10_000),
  '2026-02-30',
  '2027-03-28T02:30',
  '+99999-01-01T00:00:00Z',
  '0000-00-00T00:00:00Z',
];

/** Values that no field asked for. */
export const HOSTILE_VALUE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.constantFrom<unknown>(
    ...[null, true, false, 0, -1, 0.1, 1e308, -1e308, 2 ** 53, Number.MIN_VALUE, [], {}, [[]]],
  ),
  fc.constant(JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}')),
  fc.array(fc.constant('x'), { minLength: 200, maxLength: 300 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** More than a body may hold. */
export const BIG = `{"a":"${'x'.repeat(270_000)}"}`;

/** A body that is no JSON at all, or not the one that was said; now and then one that is too big. */
export const HOSTILE_BODY: fc.Arbitrary<string> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(BIG) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      '{',
      '{"a":1,}',
      'null',
      '[]',
      '"text"',
      '1e400',
      '\ufeff{}',
      '[[['.repeat(2_000),
      '<xml/>',
    ),
  },
);

/** A string for a path segment, as it will stand in the address. */
export const HOSTILE_SEGMENT: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...TEXTS.filter((text) => text.length < 500 && text.isWellFormed())),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  )
  .map((text) => encodeURIComponent(text) || 'x');

/** The same value with one thing in it changed: a field gone, one too many, one of another type. */
export function nearly(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(values, fc.nat(), fc.constantFrom('drop', 'replace', 'add'), HOSTILE_VALUE)
    .map(([value, at, change, hostile]) => spoil(value, at, change, hostile));
}

function spoil(value: unknown, at: number, change: string, hostile: unknown): unknown {
  if (typeof value !== 'object' || value === null) return hostile;
  const names = Object.keys(value);
  const name = names[at % Math.max(1, names.length)];
  if (change === 'add' || name === undefined) return { ...value, unheardOf: hostile };
  const inner = (value as Record<string, unknown>)[name];
  const deeper = typeof inner === 'object' && inner !== null && at % 3 > 0;
  if (deeper) return put(value, name, spoil(inner, Math.floor(at / 3), change, hostile));
  if (change === 'replace') return put(value, name, hostile);
  const { [name]: _, ...rest } = value as Record<string, unknown>;
  return rest;
}

function put(value: object, name: string, inner: unknown): unknown {
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === name ? inner : one));
  return { ...value, [name]: inner };
}
