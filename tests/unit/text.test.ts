import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchable, sortable } from '../../domain/shared/text.ts';
import { TEST_SEED } from '../support/random.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 150 }),
  fc.string({ unit: 'grapheme', maxLength: 150 }),
);

describe('a name as a sort key', () => {
  it('sorts the Danish way, æ ø å after z', () => {
    const names = ['Åse', 'Zoe', 'Ærø', 'abel', 'Østergaard', 'Bo', 'Ane'];

    const sorted = [...names].sort((a, b) => (sortable(a) < sortable(b) ? -1 : 1));

    expect(sorted).toEqual(['abel', 'Ane', 'Bo', 'Zoe', 'Ærø', 'Østergaard', 'Åse']);
  });

  it.each([
    ['Anna Berg', 'anna berg'],
    ['  Anna   Berg ', 'anna berg'],
    ["O'Neil-Smith", 'o neil smith'],
    ['A\u030ase', '{cse'],
    ['ＡＢ', 'ab'],
    ['#sch_other#', 'sch other'],
    ['{a', 'a'],
    ['🚗', ''],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(sortable(text)).toBe(expected);
  });

  it('never holds a # nor half a character, whatever the name', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = sortable(text);
        expect(key).not.toMatch(/[#\p{Cc}]/u);
        expect(key.isWellFormed()).toBe(true);
        expect(key.length).toBeLessThanOrEqual(180);
      }),
      { numRuns: 2_000, seed: TEST_SEED },
    );
    expect(sortable(`${'a'.repeat(59)}𠮷𠮷`).isWellFormed()).toBe(true);
  });
});

describe('text as a search compares it', () => {
  it.each([
    ['É', 'e'],
    ['Ångström', 'angstrom'],
    ['ÆBLE', 'æble'],
    ['Søren', 'søren'],
  ])('%s becomes %s', (text, expected) => {
    expect(searchable(text)).toBe(expected);
  });

  it('does not change when it is done again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(searchable(searchable(text))).toBe(searchable(text));
      }),
      { numRuns: 1_000, seed: TEST_SEED },
    );
  });
});
