import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextWarning, resumeBy, warningsNow } from '../../domain/learning/pause.ts';
import { instant } from '../../domain/shared/instant.ts';
import { daysBetween, plusDays } from '../../domain/shared/time.ts';

const ZONE = 'Europe/Copenhagen';
const RULES = { warnDays: [60, 75, 85], months: 3, timeZone: ZONE };
const since = (lastTaughtOn: string, ...handled: number[]) => ({ lastTaughtOn, handled });

describe('teaching must resume', () => {
  it.each([
    ['2026-04-12', '2026-07-11'],
    ['2025-11-30', '2026-02-27'],
    ['2027-11-30', '2028-02-28'],
    ['2026-08-31', '2026-11-29'],
    ['2026-11-29', '2027-02-27'],
    ['2027-12-31', '2028-03-30'],
    ['2028-02-29', '2028-05-28'],
    ['2026-03-31', '2026-06-29'],
  ])('after %s by %s', (last, by) => {
    expect(resumeBy(last, 3)).toBe(by);
  });

  it('between 88 and 91 days on, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (day) => {
        const last = plusDays('2000-01-01', day);

        const days = daysBetween(last, resumeBy(last, 3));

        expect(days).toBeGreaterThanOrEqual(88);
        expect(days).toBeLessThanOrEqual(91);
      }),
    );
  });
});

describe('a warning', () => {
  it('is due when its day begins in the school, summer time or not', () => {
    const now = instant('2026-09-30T08:00:00Z');

    expect(nextWarning(since('2026-09-01'), [60, 75], ZONE, now)).toBe('2026-10-30T23:00:00.000Z');
    expect(nextWarning(since('2026-08-01'), [60, 75], ZONE, instant('2026-08-02T00:00:00Z'))).toBe(
      '2026-09-29T22:00:00.000Z',
    );
    expect(nextWarning(since('2026-09-01', 60), [75, 60], ZONE, now)).toBe(
      '2026-11-14T23:00:00.000Z',
    );
    expect(nextWarning(since('2026-09-01', 60, 75), [75, 60], ZONE, now)).toBeNull();
  });

  it('whose day is past is due now: a lesson may be completed late', () => {
    const now = instant('2026-11-23T08:00:00Z');

    expect(nextWarning(since('2026-08-30'), [60, 75, 85], ZONE, now)).toBe(now);
  });

  it('is given for the latest day that has come; the days before it are stale', () => {
    const at = (moment: string, ...handled: number[]) =>
      warningsNow(since('2026-04-12', ...handled), RULES, instant(moment));

    // 12 April + 60 days is 11 June, whose midnight in Copenhagen is 22:00 UTC the day before.
    expect(at('2026-06-10T21:59:59Z')).toEqual({ due: [], give: null });
    expect(at('2026-06-10T22:00:00Z')).toEqual({ due: [60], give: 60 });
    expect(at('2026-06-10T22:00:00Z', 60)).toEqual({ due: [], give: null });
    expect(at('2026-06-26T08:00:00Z', 60)).toEqual({ due: [75], give: 75 });
    expect(at('2026-07-08T08:00:00Z')).toEqual({ due: [60, 75, 85], give: 85 });
  });

  it('is not given once the pause has lasted too long', () => {
    const at = (moment: string) => warningsNow(since('2026-04-12'), RULES, instant(moment));

    expect(at('2026-07-11T21:59:59Z').give).toBe(85);
    expect(at('2026-07-11T22:00:00Z')).toEqual({ due: [60, 75, 85], give: null });
  });
});
