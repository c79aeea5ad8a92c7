import { describe, expect, it } from 'vitest';
import {
  easterSunday,
  holidayOn,
  isWorkingDay,
  publicHolidays,
} from '../../domain/shared/holidays.ts';
import { isoWeekday, plusDays } from '../../domain/shared/time.ts';

describe('Easter Sunday', () => {
  it.each([
    [1961, '1961-04-02'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2019, '2019-04-21'],
    [2023, '2023-04-09'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2030, '2030-04-21'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
    // the earliest and the latest there are
    [2285, '2285-03-22'],
    [1943, '1943-04-25'],
  ])('of %d is %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it('is always a Sunday between 22 March and 25 April', () => {
    for (let year = 1900; year < 2200; year++) {
      const easter = easterSunday(year);
      expect(isoWeekday(easter)).toBe(7);
      expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
    }
  });
});

describe('Danish public holidays', () => {
  it('are these in 2027', () => {
    expect(publicHolidays('DK', 2027).map(({ date }) => date)).toEqual([
      '2027-01-01',
      '2027-03-25',
      '2027-03-26',
      '2027-03-28',
      '2027-03-29',
      '2027-05-06',
      '2027-05-16',
      '2027-05-17',
      '2027-12-25',
      '2027-12-26',
    ]);
  });

  it('held Great Prayer Day until 2023', () => {
    expect(holidayOn('DK', '2023-05-05')?.name).toBe('Store bededag');
    expect(holidayOn('DK', '2024-04-26')).toBeUndefined();
    expect(isWorkingDay('DK', '2023-05-05')).toBe(false);
    expect(isWorkingDay('DK', '2024-04-26')).toBe(true);
    expect(publicHolidays('DK', 2023)).toHaveLength(11);
    expect(publicHolidays('DK', 2024)).toHaveLength(10);
  });

  it('are none where a school keeps none', () => {
    expect(publicHolidays('none', 2027)).toEqual([]);
    expect(isWorkingDay('none', '2026-12-24')).toBe(true);
    expect(isWorkingDay('none', '2026-12-26')).toBe(false);
  });
});

describe('a working day', () => {
  it.each([
    ['2026-11-23', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-06-05', false],
    ['2026-06-04', true],
    ['2026-12-23', true],
    ['2026-12-24', false],
    ['2026-12-25', false],
    ['2026-12-28', true],
    ['2026-12-31', false],
    ['2027-01-01', false],
    ['2027-01-04', true],
    ['2027-03-24', true],
    ['2027-03-25', false],
    ['2027-03-26', false],
    ['2027-03-29', false],
    ['2027-03-30', true],
    ['2026-05-14', false],
    ['2026-05-15', true],
    ['2026-05-25', false],
  ])('%s: %s', (date, working) => {
    expect(isWorkingDay('DK', date)).toBe(working);
  });

  it('comes 251 times in 2026', () => {
    let days = 0;
    for (let date = '2026-01-01'; date < '2027-01-01'; date = plusDays(date, 1)) {
      if (isWorkingDay('DK', date)) days++;
    }
    // 261 weekdays; less New Year, Maundy Thursday, Good Friday, Easter Monday, Ascension, Whit
    // Monday, 5 June, 24, 25 and 31 December.
    expect(days).toBe(251);
  });
});
