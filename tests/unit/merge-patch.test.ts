import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defined, mergePatch } from '../../domain/shared/merge-patch.ts';
import { TEST_SEED } from '../support/random.ts';

describe('a merge patch', () => {
  // The examples of RFC 7386, appendix A.
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [
      ['a', 'b'],
      ['c', 'd'],
      ['c', 'd'],
    ],
    [{ a: 'b' }, ['c'], ['c']],
    [{ a: 'foo' }, null, null],
    [{ a: 'foo' }, 'bar', 'bar'],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [[1, 2], { a: 'b', c: null }, { a: 'b' }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('%j with %j is %j', (target, patch, expected) => {
    expect(mergePatch(target, patch)).toEqual(expected);
  });

  it('named __proto__ stays a field for validation to refuse, and gives nothing a prototype', () => {
    const patch = JSON.parse('{"__proto__": {"paymentDays": 1}, "a": {"__proto__": {"b": 2}}}');

    const merged = mergePatch({ a: {} }, patch) as Record<string, Record<string, unknown>>;

    expect(merged.paymentDays).toBeUndefined();
    expect(merged.a?.b).toBeUndefined();
    expect(Object.keys(merged)).toContain('__proto__');
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  });

  it('changes neither argument, and changes nothing when it comes again', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (target, patch) => {
        const before = JSON.stringify([target, patch]);
        const once = mergePatch(target, patch);
        expect(JSON.stringify([target, patch])).toBe(before);
        expect(JSON.stringify(mergePatch(once, patch))).toBe(JSON.stringify(once));
      }),
      { numRuns: 500, seed: TEST_SEED },
    );
  });
});

describe('the fields that a patch names', () => {
  it('are those with a value, null included', () => {
    expect(defined({ a: 1, b: undefined, c: null })).toEqual({ a: 1, c: null });
    expect(Object.keys(defined({ b: undefined }))).toEqual([]);
  });
});
