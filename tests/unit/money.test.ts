import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money, vatIn } from '../../domain/shared/money.ts';
import { TEST_SEED } from '../support/random.ts';

/** Half up by search instead of by formula: the whole number nearest to gross x rate / (100 + rate). */
function nearest(gross: number, rateHundredths: number): bigint {
  const numerator = BigInt(gross) * BigInt(rateHundredths);
  const denominator = 10_000n + BigInt(rateHundredths);
  const down = numerator / denominator;
  const remainder = numerator - down * denominator;
  return remainder * 2n >= denominator ? down + 1n : down;
}

describe('money', () => {
  it('is a whole number of minor units', () => {
    expect(money(50_000, 'DKK')).toEqual({ amount: 50_000, currency: 'DKK' });
    for (const amount of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => money(amount, 'DKK')).toThrow(RangeError);
    }
  });
});

describe('the VAT held in a gross amount', () => {
  it.each([
    [54_995, 25, 10_999],
    [50_000, 25, 10_000],
    [100, 25, 20],
    [1, 25, 0],
    [3, 25, 1], // 0.6
    [9, 12.5, 1], // exactly 1
    [105, 5, 5],
    [21, 5, 1], // exactly 1
    [10, 5, 0], // 0.476
    [11, 5, 1], // 0.524
    [3, 100, 2], // exactly 1.5: half goes up
    [0, 25, 0],
    [50_000, 0, 0],
    [-54_995, 25, -10_999],
    [-3, 100, -2],
  ])('of %d at %d %% is %d', (gross, rate, vat) => {
    expect(vatIn(gross, rate)).toBe(vat);
  });

  it('of a credited amount too small to hold any is nothing, not minus nothing', () => {
    expect(vatIn(-1, 25)).toBe(0);
  });

  it('agrees with exact arithmetic for every amount and rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 50 }),
        fc.integer({ min: 0, max: 10_000 }),
        (gross, rateHundredths) => {
          expect(BigInt(vatIn(gross, rateHundredths / 100))).toBe(nearest(gross, rateHundredths));
        },
      ),
      { numRuns: 2_000, seed: TEST_SEED },
    );
  });

  it('is less than the gross, and turns its sign with it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 10 ** 9 }),
        fc.constantFrom(5, 12.5, 19, 25),
        (gross, rate) => {
          expect(vatIn(gross, rate)).toBeLessThan(gross);
          expect(vatIn(-gross, rate) + vatIn(gross, rate)).toBe(0);
        },
      ),
      { seed: TEST_SEED },
    );
  });
});
