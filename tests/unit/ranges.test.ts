import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clip,
  contains,
  intersect,
  merge,
  overlaps,
  type Range,
  subtract,
} from '../../domain/shared/ranges.ts';
import { TEST_SEED } from '../support/random.ts';

const MINUTES = 60;

/** Ranges of the first minutes of 1970, a few of them holding nothing. */
const range = fc
  .tuple(fc.nat(MINUTES), fc.integer({ min: -2, max: 20 }))
  .map(([from, length]): Range => ({ from, to: Math.min(MINUTES, from + length) }));
const ranges = fc.array(range, { maxLength: 8 });

/** The reference: which minutes are in, one flag each. */
const bitmap = (list: readonly Range[]): boolean[] =>
  Array.from({ length: MINUTES }, (_, minute) =>
    list.some(({ from, to }) => from <= minute && minute < to),
  );

/** In order, holding something, with a gap between any two: there is one such list per bitmap. */
function expectTidy(list: readonly Range[]): void {
  for (const [i, { from, to }] of list.entries()) {
    expect(from).toBeLessThan(to);
    expect(from).toBeGreaterThan(list[i - 1]?.to ?? Number.NEGATIVE_INFINITY);
  }
}

const RUNS = { numRuns: 500, seed: TEST_SEED };

describe('ranges against a bitmap of minutes', () => {
  it('merge to the same minutes', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const before = structuredClone(list);
        expectTidy(merge(list));
        expect(bitmap(merge(list))).toEqual(bitmap(list));
        expect(list).toEqual(before);
      }),
      RUNS,
    );
  });

  it('subtract the minutes that are taken', () => {
    fc.assert(
      fc.property(ranges, ranges, (list, taken) => {
        const holes = bitmap(taken);
        expect(bitmap(subtract(list, taken))).toEqual(bitmap(list).map((is, i) => is && !holes[i]));
        expectTidy(subtract(list, taken));
      }),
      RUNS,
    );
  });

  it('intersect to the minutes of both', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const others = bitmap(b);
        expect(bitmap(intersect(a, b))).toEqual(bitmap(a).map((is, i) => is && others[i] === true));
        expectTidy(intersect(a, b));
      }),
      RUNS,
    );
  });

  it('clip to the minutes of a span', () => {
    fc.assert(
      fc.property(ranges, range, (list, span) => {
        expect(clip(list, span)).toEqual(intersect(list, [span]));
      }),
      RUNS,
    );
  });

  it('overlap when they share a minute', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const both = bitmap([b]);
        expect(overlaps(a, b)).toBe(bitmap([a]).some((is, i) => is && both[i]));
      }),
      RUNS,
    );
  });

  it('contain a range when every minute of it is in', () => {
    fc.assert(
      fc.property(ranges, range, (list, inner) => {
        fc.pre(inner.from < inner.to);
        const outer = bitmap(list);
        const every = bitmap([inner]).every((is, i) => !is || outer[i]);
        expect(contains(merge(list), inner)).toBe(every);
      }),
      RUNS,
    );
  });
});

describe('half-open ranges', () => {
  it('touch without overlapping', () => {
    expect(overlaps({ from: 600, to: 645 }, { from: 645, to: 690 })).toBe(false);
    expect(
      merge([
        { from: 645, to: 690 },
        { from: 600, to: 645 },
      ]),
    ).toEqual([{ from: 600, to: 690 }]);
    expect(subtract([{ from: 480, to: 960 }], [{ from: 600, to: 660 }])).toEqual([
      { from: 480, to: 600 },
      { from: 660, to: 960 },
    ]);
  });
});
