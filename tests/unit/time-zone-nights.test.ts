import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../domain/shared/errors.ts';
import { HOUR, instant, MINUTE } from '../../domain/shared/instant.ts';
import {
  addYearsMonths,
  daysBetween,
  endOfLocalDay,
  isoWeekday,
  localClock,
  localDate,
  localDateTime,
  plusDays,
  readInstant,
  startOfLocalDay,
} from '../../domain/shared/time.ts';
import { TEST_SEED } from '../support/random.ts';

const COPENHAGEN = 'Europe/Copenhagen';
const ZONES = [COPENHAGEN, 'UTC', 'America/Nuuk', 'Australia/Lord_Howe', 'Pacific/Auckland'];

function refusal(text: string, zone = COPENHAGEN): DomainError {
  try {
    readInstant(text, zone, '/startsAt');
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error(`${text} was taken`);
}

describe('a moment as a caller writes it', () => {
  it.each([
    ['2026-11-22T10:00:00+01:00', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T09:00:00Z', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22t09:00z', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T04:30:00.1239-0430', '2026-11-22T09:00:00.123Z'],
    ['2026-11-22T10:00', '2026-11-22T09:00:00.000Z'],
    ['2026-11-22T10:00:30.5', '2026-11-22T09:00:30.500Z'],
    ['2026-07-01T10:00', '2026-07-01T08:00:00.000Z'],
    // Around the change nights: the last minute before and the first after the gap and the fold.
    ['2026-10-25T01:59:59', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
    ['2027-03-28T01:59:59', '2027-03-28T00:59:59.000Z'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
    ['2027-10-31T01:59:59', '2027-10-30T23:59:59.000Z'],
    ['2027-10-31T03:00', '2027-10-31T02:00:00.000Z'],
    ['2028-03-26T01:59:59', '2028-03-26T00:59:59.000Z'],
    ['2028-03-26T03:00', '2028-03-26T01:00:00.000Z'],
    // With an offset nothing is in doubt, not even inside the gap.
    ['2027-03-28T02:30+01:00', '2027-03-28T01:30:00.000Z'],
    ['2027-10-31T02:30+02:00', '2027-10-31T00:30:00.000Z'],
    ['2027-10-31T02:30+01:00', '2027-10-31T01:30:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(readInstant(text, COPENHAGEN, '/startsAt')).toBe(expected);
  });

  it.each(['2027-03-28', '2028-03-26'])('is refused inside the hour that %s skips', (date) => {
    for (const time of ['02:00', '02:30', '02:59:59.999']) {
      const { code, details } = refusal(`${date}T${time}`);
      expect(code).toBe('local_time_does_not_exist');
      expect(details.nextValid).toBe(`${date}T03:00:00+02:00`);
      expect(details.errors?.[0]).toMatchObject({ path: '/startsAt', code: 'invalid_time' });
    }
  });

  it.each(['2026-10-25', '2027-10-31'])('is refused inside the hour that %s has twice', (date) => {
    for (const time of ['02:00:00', '02:30:00', '02:59:59']) {
      const { code, details } = refusal(`${date}T${time}`);
      expect(code).toBe('local_time_ambiguous');
      expect(details.candidates).toEqual([`${date}T${time}+02:00`, `${date}T${time}+01:00`]);
    }
  });

  it('names what comes after a gap of half an hour', () => {
    expect(refusal('2026-10-04T02:10', 'Australia/Lord_Howe').details.nextValid).toBe(
      '2026-10-04T02:30:00+11:00',
    );
  });

  it.each([
    ['soon'],
    [''],
    ['2026-11-22'],
    ['2026-11-22 10:00'],
    ['2026-11-22T24:00'],
    ['2026-11-22T10:60'],
    ['2026-11-22T10:00:60Z'],
    ['2026-02-29T10:00'],
    ['2026-13-01T10:00Z'],
    ['2026-11-22T10:00+25:00'],
    ['2026-11-22T10:00[Europe/Copenhagen]'],
    ['+012026-11-22T10:00Z'],
    ['9999-12-31T23:59-01:00'],
    ['9999-12-31T12:00'],
    ['9999-12-31T23:59Z'],
    ['2201-01-03T00:00Z'],
    ['1899-12-31T12:00Z'],
    ['0000-01-01T00:00'],
    ['20261122T1000Z'],
  ])('%j is no moment', (text) => {
    const { code, details } = refusal(text);
    expect(code).toBe('invalid');
    expect(details.errors).toMatchObject([{ path: '/startsAt', code: 'invalid_time' }]);
  });

  it('reads back every local time it shows, or says that it comes twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minuteNearAChange(), (zone, at) => {
        const { date, time } = localDateTime(at, zone);
        const text = `${date}T${time}`;
        try {
          expect(readInstant(text, zone, '/at')).toBe(at);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          const candidates = (error.details.candidates as string[]).map((each) => instant(each));
          expect(error.code).toBe('local_time_ambiguous');
          expect(candidates).toHaveLength(2);
          expect(candidates).toContain(at);
        }
      }),
      { numRuns: 400, seed: TEST_SEED },
    );
  });
});

/** A whole minute within three days of one of the nights on which European clocks change. */
function minuteNearAChange() {
  const nights = ['2026-10-25', '2027-03-28', '2027-10-31', '2028-03-26'];
  return fc
    .tuple(fc.constantFrom(...nights), fc.integer({ min: -3 * 1440, max: 3 * 1440 }))
    .map(([night, minutes]) => instant(Date.parse(`${night}T01:00:00Z`) + minutes * MINUTE));
}

describe('a local day', () => {
  it.each([
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 25],
    ['2027-03-28', '2027-03-27T23:00:00.000Z', 23],
    ['2027-10-31', '2027-10-30T22:00:00.000Z', 25],
    ['2028-03-26', '2028-03-25T23:00:00.000Z', 23],
    ['2026-11-22', '2026-11-21T23:00:00.000Z', 24],
  ])('%s begins at %s and has %d hours', (date, start, hours) => {
    expect(startOfLocalDay(date, COPENHAGEN)).toBe(start);
    const length = Date.parse(endOfLocalDay(date, COPENHAGEN)) - Date.parse(start);
    expect(length).toBe(hours * HOUR);
  });

  it('begins after midnight where the clocks skip midnight', () => {
    expect(startOfLocalDay('2026-09-06', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z');
  });

  it('holds the moments of its date and no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), minuteNearAChange(), (zone, at) => {
        const date = localDate(at, zone);
        expect(startOfLocalDay(date, zone) <= at).toBe(true);
        expect(at < endOfLocalDay(date, zone)).toBe(true);
        expect(endOfLocalDay(date, zone)).toBe(startOfLocalDay(plusDays(date, 1), zone));
        expect(isoWeekday(date)).toBe(localDateTime(at, zone).weekday);
      }),
      { numRuns: 300, seed: TEST_SEED },
    );
  });
});

describe('the clock on the wall', () => {
  it.each([
    ['2026-10-24', '17:00', '2026-10-24T15:00:00.000Z'],
    ['2026-10-25', '17:00', '2026-10-25T16:00:00.000Z'],
    ['2027-03-27', '17:00', '2027-03-27T16:00:00.000Z'],
    ['2027-03-28', '17:00', '2027-03-28T15:00:00.000Z'],
    // skipped: moved on by the hour that is skipped
    ['2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    // twice: the first
    ['2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'],
    ['2028-03-26', '24:00', '2028-03-26T22:00:00.000Z'],
    ['2026-11-22', '24:00', '2026-11-22T23:00:00.000Z'],
  ])('on %s at %s is %s', (date, time, expected) => {
    expect(localClock(date, time, COPENHAGEN)).toBe(expected);
  });

  it.each([
    ['2027-03-30T08:05:59.999Z', { date: '2027-03-30', time: '10:05', weekday: 2 }],
    ['2027-10-31T00:30:00.000Z', { date: '2027-10-31', time: '02:30', weekday: 7 }],
    ['2027-10-31T01:30:00.000Z', { date: '2027-10-31', time: '02:30', weekday: 7 }],
    ['2026-12-31T23:00:00.000Z', { date: '2027-01-01', time: '00:00', weekday: 5 }],
  ])('shows at %s %o', (at, expected) => {
    expect(localDateTime(instant(at), COPENHAGEN)).toEqual(expected);
  });
});

describe('dates', () => {
  it.each([
    ['2027-11-30', { months: 3 }, '2028-02-29'],
    ['2026-11-30', { months: 3 }, '2027-02-28'],
    ['2027-04-12', { months: 3 }, '2027-07-12'],
    ['2008-02-29', { years: 17 }, '2025-02-28'],
    ['2010-02-10', { years: 16, months: 9 }, '2026-11-10'],
    ['2026-01-31', {}, '2026-01-31'],
  ])('%s and %o later is %s', (date, span, expected) => {
    expect(addYearsMonths(date, span)).toBe(expected);
  });

  it.each([
    ['2026-10-24', '2026-10-26', 2],
    ['2027-03-28', '2027-03-29', 1],
    ['2028-02-28', '2028-03-01', 2],
    ['2027-01-01', '2026-01-01', -365],
    ['2026-11-22', '2026-11-22', 0],
  ])('from %s to %s are %d days', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(plusDays(from, days)).toBe(to);
  });
});
