import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKeys } from '../../domain/shared/secrets.ts';
import { decodeCursor, encodeCursor } from '../../domain/store/cursor.ts';
import { TEST_SEED } from '../support/random.ts';
import { TEST_KEYS } from '../support/store-world.ts';

const LIST = 'students\0sch_a\0status=active';
const lastKey = {
  pk: 'per_1',
  sk: 'member#sch_a',
  schoolPk: 'sch_a#students',
  schoolSk: '{ase#per_1',
};
const refused = {
  code: 'invalid',
  details: { errors: [{ path: '/cursor', code: 'invalid_cursor' }] },
};

function refusal(cursor: string): unknown {
  try {
    return decodeCursor(TEST_KEYS, LIST, cursor);
  } catch (error) {
    return error;
  }
}

describe('a cursor', () => {
  it('stands for the key it was made from', () => {
    const cursor = encodeCursor(TEST_KEYS, LIST, lastKey);

    expect(decodeCursor(TEST_KEYS, LIST, cursor ?? '')).toEqual(lastKey);
    expect(cursor).toMatch(/^[\w-]+\.[\w-]{43}$/);
  });

  it('is null after the last page, and absent before the first', () => {
    expect(encodeCursor(TEST_KEYS, LIST, undefined)).toBeNull();
    expect(decodeCursor(TEST_KEYS, LIST, undefined)).toBeUndefined();
  });

  it.each([
    ['another school', 'students\0sch_b\0status=active'],
    ['another filter', 'students\0sch_a\0status=pending'],
    ['another list', 'invoices\0sch_a\0status=active'],
  ])('of %s is refused', (_, otherList) => {
    const cursor = encodeCursor(TEST_KEYS, otherList, lastKey) ?? '';

    expect(refusal(cursor)).toMatchObject(refused);
  });

  it('of another deployment is refused', () => {
    const cursor = encodeCursor(deriveKeys('another-root-key'.repeat(4)), LIST, lastKey) ?? '';

    expect(refusal(cursor)).toMatchObject(refused);
  });

  it.each(['', '.', 'abc', 'abc.def', 'a.b.c', '💥', 'x'.repeat(500)])(
    '%j is refused',
    (cursor) => {
      expect(refusal(cursor)).toMatchObject(refused);
    },
  );

  it('is refused whichever character of it was changed', () => {
    const cursor = encodeCursor(TEST_KEYS, LIST, lastKey) ?? '';
    fc.assert(
      fc.property(fc.nat(cursor.length - 1), fc.stringMatching(/^[\w.-]$/), (at, replacement) => {
        fc.pre(cursor[at] !== replacement);
        const tampered = cursor.slice(0, at) + replacement + cursor.slice(at + 1);
        expect(refusal(tampered)).toMatchObject(refused);
      }),
      { numRuns: 500, seed: TEST_SEED },
    );
  });
});
