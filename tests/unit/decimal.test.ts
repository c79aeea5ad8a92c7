import { marshall } from '@aws-sdk/util-dynamodb';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal, vatRate } from '../../functions/shared/schemas.ts';
import { TEST_SEED } from '../support/random.ts';

describe('a number that need not be whole', () => {
  test('is refused when it is too near to nothing for the table, which once was a 500', () => {
    const rates = [7e-323, 1e-100, 1e-6, 0.001, 25.001].map(
      (rate) => vatRate.safeParse(rate).success,
    );
    const [tiny, negative] = [decimal(0, 720).safeParse(5e-324), decimal(-1, 1).safeParse(-5e-324)];

    expect(rates).toEqual([false, false, false, false, false]);
    expect([tiny.success, negative.success]).toEqual([false, false]);
    expect([0, 0.01, 12.5, 25, 100].map((rate) => vatRate.parse(rate))).toEqual([
      0, 0.01, 12.5, 25, 100,
    ]);
  });

  test('that is let through is within what the table holds', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -1_000, max: 1_000 }), (value) => {
        if (!decimal(-1_000, 1_000).safeParse(value).success) return;
        const [, exponent = '0'] = (marshall({ value }).value?.N ?? '').split('e');

        expect(Number(exponent)).toBeGreaterThan(-130);
      }),
      { numRuns: 2_000, seed: TEST_SEED },
    );
  });
});
