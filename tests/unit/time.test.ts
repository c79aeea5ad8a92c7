import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  epochSeconds,
  instant,
  millisecondsBetween,
  plusMilliseconds,
} from '../../domain/shared/instant.ts';
import { ageInYears, localDate, plusDays } from '../../domain/shared/time.ts';
import { isTimeZone } from '../../domain/shared/time-zone.ts';
import { TEST_SEED } from '../support/random.ts';

const isoDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('the age in years', () => {
  it.each([
    ['2008-11-23', '2026-11-22', 17],
    ['2008-11-23', '2026-11-23', 18],
    ['2008-11-23', '2026-11-24', 18],
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['2008-03-01', '2024-02-29', 15],
    ['2008-12-31', '2026-01-01', 17],
    ['2026-11-23', '2026-11-23', 0],
  ])('of somebody born on %s is, on %s, %d', (born, on, age) => {
    expect(ageInYears(born, on)).toBe(age);
  });

  it('rises by one on one day of every year, and never falls', () => {
    fc.assert(
      fc.property(isoDate, fc.integer({ min: 0, max: 120 * 366 }), (born, days) => {
        const today = ageInYears(born, plusDays(born, days));
        const tomorrow = ageInYears(born, plusDays(born, days + 1));
        expect(tomorrow - today).toBeGreaterThanOrEqual(0);
        expect(tomorrow - today).toBeLessThanOrEqual(1);
        expect(today).toBe(ageByText(born, plusDays(born, days)));
      }),
      { numRuns: 500, seed: TEST_SEED },
    );
  });
});

/** ISO dates of one year sort as text, 29 February between 28 and 1 March. */
function ageByText(born: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) >= born.slice(5) ? years : years - 1;
}

describe('a local date', () => {
  it.each([
    ['2026-03-28T22:59:59.999Z', 'Europe/Copenhagen', '2026-03-28'],
    ['2026-03-28T23:30:00.000Z', 'Europe/Copenhagen', '2026-03-29'],
    ['2027-03-27T23:00:00.000Z', 'Europe/Copenhagen', '2027-03-28'],
    ['2027-03-28T21:59:59.999Z', 'Europe/Copenhagen', '2027-03-28'],
    ['2027-03-28T22:00:00.000Z', 'Europe/Copenhagen', '2027-03-29'],
    ['2027-10-31T00:30:00.000Z', 'Europe/Copenhagen', '2027-10-31'],
    ['2027-10-31T23:00:00.000Z', 'Europe/Copenhagen', '2027-11-01'],
    ['2026-01-01T09:59:59.000Z', 'Pacific/Honolulu', '2025-12-31'],
    ['2026-01-01T10:00:00.000Z', 'Pacific/Auckland', '2026-01-01'],
  ])('at %s in %s is %s', (at, zone, date) => {
    expect(localDate(instant(at), zone)).toBe(date);
  });
});

describe('calendar days', () => {
  it.each([
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 14, '2026-04-11'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s plus %d is %s', (date, days, expected) => {
    expect(plusDays(date, days)).toBe(expected);
  });
});

describe('a time zone', () => {
  it.each(['Europe/Copenhagen', 'America/Nuuk', 'UTC'])('%s is known', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each(['Europe/Nordby', '', 'Copenhagen', '../etc/passwd'])('%j is not', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe('an instant', () => {
  it('has one shape, whatever it was made from, and sorts like time', () => {
    expect(instant('2026-11-22T10:00:00+01:00')).toBe('2026-11-22T09:00:00.000Z');
    expect(instant(0)).toBe('1970-01-01T00:00:00.000Z');
    expect(() => instant('soon')).toThrow(RangeError);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 0, max: 4e12 }), (a, b) => {
        expect(instant(a) < instant(b)).toBe(a < b);
        expect(millisecondsBetween(instant(a), instant(b))).toBe(b - a);
        expect(plusMilliseconds(instant(a), b - a)).toBe(instant(b));
      }),
      { seed: TEST_SEED },
    );
  });

  it('is rounded down to whole seconds for the table', () => {
    expect(epochSeconds(instant('1970-01-02T00:00:00.999Z'))).toBe(DAY / 1000);
  });
});
