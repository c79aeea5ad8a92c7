import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ID_PREFIXES, idPattern, isId } from '../../domain/shared/ids.ts';
import { derivedId, newId } from '../../domain/shared/new-id.ts';
import { TEST_SEED } from '../support/random.ts';

describe('an id', () => {
  it.each(ID_PREFIXES.map((prefix) => [prefix]))(
    'made for %s fits its own pattern and no other',
    (prefix) => {
      const id = newId(prefix);

      expect(id).toMatch(idPattern(prefix));
      expect(ID_PREFIXES.filter((other) => isId(other, id))).toEqual([prefix]);
    },
  );

  it('is new every time, and later ones sort later', () => {
    const ids = Array.from({ length: 2_000 }, () => newId('bkg'));

    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort().map((id) => id.slice(0, 14))).toEqual(ids.map((id) => id.slice(0, 14)));
  });

  it.each([
    'sch_01KAT5N8X0E4VV6H7W7B1Q2R3S',
    'sch_81kat5n8x0e4vv6h7w7b1q2r3s',
    'sch_01kat5n8x0e4vv6h7w7b1q2r3',
    'sch_01kat5n8x0e4vv6h7w7b1q2r3sx',
    'sch_01kat5n8x0e4vv6h7w7b1q2r3u',
    'sch_01kat5n8x0e4vv6h7w7b1q2r3#',
    'sch_01kat5n8x0e4vv6h7w7b1q2r3s\n',
    'per_01kat5n8x0e4vv6h7w7b1q2r3s',
    'sch01kat5n8x0e4vv6h7w7b1q2r3s',
    '',
    ' sch_01kat5n8x0e4vv6h7w7b1q2r3s',
  ])('%j is none of a school', (value) => {
    expect(isId('sch', value)).toBe(false);
  });

  it.each([null, undefined, 42, {}, ['sch_01kat5n8x0e4vv6h7w7b1q2r3s']])(
    '%j is none at all',
    (value) => {
      expect(isId('sch', value)).toBe(false);
    },
  );
});

describe('a derived id', () => {
  it('is pinned: the same parts have given the same id ever since', () => {
    expect(derivedId('ntf', 'evt_1', 'per_1', 'email')).toBe('ntf_5an192ab8dagjrxq4eth1jqhcf');
  });

  it('fits the pattern and tells different parts apart', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9_]{0,8}$/), { minLength: 1, maxLength: 4 }),
        fc.array(fc.stringMatching(/^[a-z0-9_]{0,8}$/), { minLength: 1, maxLength: 4 }),
        (a, b) => {
          expect(isId('ntf', derivedId('ntf', ...a))).toBe(true);
          expect(derivedId('ntf', ...a) === derivedId('ntf', ...b)).toBe(
            JSON.stringify(a) === JSON.stringify(b),
          );
        },
      ),
      { numRuns: 500, seed: TEST_SEED },
    );
  });
});
