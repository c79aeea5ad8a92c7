import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cancellationDeadline, isLate } from '../../domain/scheduling/cancellation.ts';
import { isWorkingDay } from '../../domain/shared/holidays.ts';
import { instant, MINUTE, plusMilliseconds } from '../../domain/shared/instant.ts';
import { localDateTime, plusDays } from '../../domain/shared/time.ts';
import { TEST_SEED } from '../support/random.ts';

const COPENHAGEN = 'Europe/Copenhagen';
const noonBefore = (workingDaysBefore: number) => ({ workingDaysBefore, clock: '12:00' });

describe('the last moment to cancel free of charge', () => {
  it.each([
    // Tuesday after Easter: Monday, Friday and Thursday are no working days; Wednesday in winter time.
    ['2027-03-30T08:00:00Z', 1, '2027-03-24T11:00:00.000Z'],
    ['2027-03-30T08:00:00Z', 2, '2027-03-23T11:00:00.000Z'],
    // a plain Tuesday, and Monday over a weekend
    ['2026-11-24T09:00:00Z', 1, '2026-11-23T11:00:00.000Z'],
    ['2026-11-23T09:00:00Z', 1, '2026-11-20T11:00:00.000Z'],
    // a lesson on a Saturday
    ['2026-11-28T09:00:00Z', 1, '2026-11-27T11:00:00.000Z'],
    // Christmas: Monday 28 December, the working day before is Wednesday the 23rd
    ['2026-12-28T09:00:00Z', 1, '2026-12-23T11:00:00.000Z'],
    // New Year: Monday 4 January, the working day before is Wednesday 30 December
    ['2027-01-04T09:00:00Z', 1, '2026-12-30T11:00:00.000Z'],
    // Constitution Day on a Friday
    ['2026-06-08T08:00:00Z', 1, '2026-06-04T10:00:00.000Z'],
    // Great Prayer Day is a working day since 2024, and was none in 2023
    ['2024-04-29T08:00:00Z', 1, '2024-04-26T10:00:00.000Z'],
    ['2023-05-08T08:00:00Z', 1, '2023-05-04T10:00:00.000Z'],
    // over the change to winter time: 12:00 on the wall is 10:00Z on the Friday before
    ['2026-10-26T09:00:00Z', 1, '2026-10-23T10:00:00.000Z'],
    // the day is the local one: 23:30Z on Sunday is Monday in Copenhagen
    ['2026-11-22T23:30:00Z', 1, '2026-11-20T11:00:00.000Z'],
    // the day itself, but never after the start
    ['2026-11-24T13:00:00Z', 0, '2026-11-24T11:00:00.000Z'],
    ['2026-11-24T08:00:00Z', 0, '2026-11-24T08:00:00.000Z'],
  ])('of a lesson at %s is, %d working days before, %s', (startsAt, days, deadline) => {
    const limit = cancellationDeadline(instant(startsAt), noonBefore(days), COPENHAGEN, 'DK');
    expect(limit).toBe(deadline);
  });

  it('knows only weekends where a school keeps no public holidays', () => {
    const lesson = instant('2027-03-30T08:00:00Z');
    expect(cancellationDeadline(lesson, noonBefore(1), COPENHAGEN, 'none')).toBe(
      '2027-03-29T10:00:00.000Z',
    );
  });

  it('counts elapsed hours, over a change night too', () => {
    const lesson = instant('2027-03-28T08:00:00Z');
    const limit = cancellationDeadline(lesson, { hoursBefore: 24 }, COPENHAGEN, 'DK');
    expect(limit).toBe('2027-03-27T08:00:00.000Z');
    expect(localDateTime(lesson, COPENHAGEN).time).toBe('10:00');
    expect(localDateTime(limit, COPENHAGEN).time).toBe('09:00');
    expect(cancellationDeadline(lesson, { hoursBefore: 0.5 }, COPENHAGEN, 'DK')).toBe(
      '2027-03-28T07:30:00.000Z',
    );
  });

  it('is kept to the second, and one second later it is not', () => {
    const deadline = instant('2027-03-24T11:00:00Z');
    expect(isLate(plusMilliseconds(deadline, -1), deadline)).toBe(false);
    expect(isLate(deadline, deadline)).toBe(false);
    expect(isLate(plusMilliseconds(deadline, 999), deadline)).toBe(false);
    expect(isLate(plusMilliseconds(deadline, 1_000), deadline)).toBe(true);
  });

  it('lies on a working day, with just so many between it and the lesson', () => {
    const start = Date.parse('2026-01-01T08:00:00Z');
    fc.assert(
      fc.property(fc.nat(3 * 365 * 24 * 60), fc.integer({ min: 1, max: 12 }), (minutes, days) => {
        const lesson = instant(start + minutes * MINUTE);
        const limit = cancellationDeadline(lesson, noonBefore(days), COPENHAGEN, 'DK');
        const local = localDateTime(limit, COPENHAGEN);
        const lessonDay = localDateTime(lesson, COPENHAGEN).date;
        expect(local.time).toBe('12:00');
        expect(isWorkingDay('DK', local.date)).toBe(true);
        let between = 0;
        for (let day = local.date; day < lessonDay; day = plusDays(day, 1)) {
          if (isWorkingDay('DK', day)) between++;
        }
        expect(between).toBe(days);
      }),
      { numRuns: 200, seed: TEST_SEED },
    );
  });
});
