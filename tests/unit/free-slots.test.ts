import { describe, expect, it } from 'vitest';
import { slotOnDays } from '../../domain/scheduling/agenda.ts';
import type { Availability } from '../../domain/scheduling/availability.ts';
import {
  type AgendaDay,
  freeSlots,
  isClosedDay,
  type SlotSearch,
  suggestions,
  withinAvailability,
} from '../../domain/scheduling/free-slots.ts';
import { type Instant, instant, MINUTE } from '../../domain/shared/instant.ts';
import { endOfLocalDay, localDateTime, startOfLocalDay } from '../../domain/shared/time.ts';

const ZONE = 'Europe/Copenhagen';
const at = (text: string) => instant(text);

/** Every weekday the same window, no exceptions. */
function daily(from: string, to: string): Availability {
  const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, from, to }));
  return { weekly, exceptions: [] };
}

/** A search of whole local days, for a lesson of 45 minutes. */
function searchOf(from: string, to: string, overrides: Partial<SlotSearch> = {}): SlotSearch {
  return {
    availability: daily('08:00', '10:00'),
    calendar: { closedDays: [], publicHolidays: 'DK' },
    timeZone: ZONE,
    minutes: 45,
    bufferMinutes: 0,
    agendas: [],
    from: startOfLocalDay(from, ZONE),
    to: endOfLocalDay(to, ZONE),
    earliest: at('2020-01-01T00:00:00Z'),
    now: at('2020-01-01T00:00:00Z'),
    ...overrides,
  };
}

const onTheWall = (search: SlotSearch) =>
  freeSlots(search).map(({ startsAt }) => localDateTime(startsAt, ZONE).time);

/** A booking as the agenda keeps it, on each UTC day that it touches with its buffer. */
function booked(
  startsAt: string,
  minutes: number,
  entry: { b?: number; st?: 'l' | 'h' | 'c'; u?: Instant } = {},
  bookingId = 'bkg_1',
): AgendaDay[] {
  const start = at(startsAt);
  const endsAt = instant(Date.parse(start) + minutes * MINUTE);
  const slot = { startsAt: start, endsAt, bufferMinutes: entry.b ?? 0 };
  return slotOnDays(slot).map(({ day, s, e }) => ({
    day,
    entries: { [bookingId]: { s, e, b: 0, st: 'l', ...entry } },
  }));
}

describe('free slots', () => {
  it('come every quarter of an hour while the lesson fits into the window', () => {
    expect(freeSlots(searchOf('2026-11-23', '2026-11-23'))).toEqual(
      ['07:00', '07:15', '07:30', '07:45', '08:00', '08:15'].map((time) => ({
        startsAt: `2026-11-23T${time}:00.000Z`,
        endsAt: instant(Date.parse(`2026-11-23T${time}:00.000Z`) + 45 * MINUTE),
      })),
    );
  });

  it('count their steps from the start of the window', () => {
    const availability = daily('08:07', '09:10');
    expect(onTheWall(searchOf('2026-11-23', '2026-11-23', { availability }))).toEqual([
      '08:07',
      '08:22',
    ]);
  });

  it('leave out what is taken, with the larger of the two buffers on either side', () => {
    const agendas = booked('2026-11-23T09:00:00Z', 45, { b: 10 });
    const availability = daily('08:30', '13:00');
    const search = searchOf('2026-11-23', '2026-11-23', { availability, agendas });
    // taken 10:00-10:45
    expect(onTheWall({ ...search, agendas: booked('2026-11-23T09:00:00Z', 45) })).toEqual(
      '08:30 08:45 09:00 09:15 10:45 11:00 11:15 11:30 11:45 12:00 12:15'.split(' '),
    );
    expect(onTheWall(search)).toEqual(
      '08:30 08:45 09:00 11:00 11:15 11:30 11:45 12:00 12:15'.split(' '),
    );
    expect(onTheWall({ ...search, bufferMinutes: 20 })).toEqual(
      '08:30 08:45 11:15 11:30 11:45 12:00 12:15'.split(' '),
    );
  });

  it('see no obstacle in a cancelled booking, a hold that ran out, or the booking to be moved', () => {
    const free = onTheWall(searchOf('2026-11-23', '2026-11-23'));
    const now = at('2026-11-20T10:00:00Z');
    const search = searchOf('2026-11-23', '2026-11-23', { now });
    const taken = (entry: Parameters<typeof booked>[2]) =>
      onTheWall({ ...search, agendas: booked('2026-11-23T07:00:00Z', 120, entry) });
    expect(taken({ st: 'c' })).toEqual(free);
    expect(taken({ st: 'h', u: now })).toEqual(free);
    expect(taken({ st: 'h', u: at('2026-11-20T10:00:00.001Z') })).toEqual([]);
    const agendas = booked('2026-11-23T07:00:00Z', 120);
    expect(onTheWall({ ...search, agendas, except: 'bkg_1' })).toEqual(free);
  });

  it('lie on both sides of a change night where the wall says so', () => {
    const availability = daily('17:00', '18:00');
    for (const [from, to, before, after] of [
      ['2026-10-24', '2026-10-25', '15:00', '16:00'],
      ['2027-03-27', '2027-03-28', '16:00', '15:00'],
      ['2027-10-30', '2027-10-31', '15:00', '16:00'],
      ['2028-03-25', '2028-03-26', '16:00', '15:00'],
    ] as const) {
      const calendar = { closedDays: [], publicHolidays: 'none' as const };
      const search = searchOf(from, to, { availability, calendar });
      expect(freeSlots(search).map(({ startsAt }) => startsAt)).toEqual([
        `${from}T${before}:00.000Z`,
        `${from}T${before.slice(0, 3)}15:00.000Z`,
        `${to}T${after}:00.000Z`,
        `${to}T${after.slice(0, 3)}15:00.000Z`,
      ]);
    }
  });

  it('are of elapsed minutes in a window over the change itself', () => {
    const availability = daily('01:00', '04:00');
    const calendar = { closedDays: [], publicHolidays: 'none' as const };
    const starts = (date: string) => onTheWall(searchOf(date, date, { availability, calendar }));
    expect(starts('2027-03-28')).toEqual('01:00 01:15 01:30 01:45 03:00 03:15'.split(' '));
    expect(starts('2027-10-31')).toHaveLength(14);
    expect(starts('2027-10-31').filter((time) => time === '02:15')).toHaveLength(2);
  });

  it('run over UTC midnight and over local midnight where windows touch', () => {
    const night: Availability = {
      weekly: [
        { weekday: 1, from: '23:30', to: '24:00' },
        { weekday: 2, from: '00:00', to: '01:30' },
      ],
      exceptions: [],
    };
    const search = searchOf('2026-11-23', '2026-11-24', { availability: night });
    expect(freeSlots(search).map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-23T22:30:00.000Z',
      '2026-11-23T22:45:00.000Z',
      '2026-11-23T23:00:00.000Z',
      '2026-11-23T23:15:00.000Z',
      '2026-11-23T23:30:00.000Z',
      '2026-11-23T23:45:00.000Z',
    ]);
    // 00:45-01:15 local, over UTC midnight: only what ends by then is left, and nothing after fits
    const agendas = booked('2026-11-23T23:45:00Z', 30);
    expect(agendas.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24']);
    expect(freeSlots({ ...search, agendas }).map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-23T22:30:00.000Z',
      '2026-11-23T22:45:00.000Z',
      '2026-11-23T23:00:00.000Z',
    ]);
    // the closed Tuesday ends Monday at midnight
    const calendar = {
      closedDays: [{ date: '2026-11-24', name: 'Kursus' }],
      publicHolidays: 'DK' as const,
    };
    expect(freeSlots({ ...search, calendar })).toEqual([]);
  });

  it('leave out closed days, public holidays and days off, and know other hours of a date', () => {
    const availability: Availability = {
      ...daily('08:00', '09:00'),
      exceptions: [
        { date: '2026-12-22', windows: [] },
        { date: '2026-12-23', windows: [{ from: '12:00', to: '13:00' }] },
      ],
    };
    const calendar = {
      closedDays: [{ date: '2026-12-24', name: 'Juleaften' }],
      publicHolidays: 'DK' as const,
    };
    const search = searchOf('2026-12-21', '2026-12-27', { availability, calendar });
    const times = freeSlots(search).map(({ startsAt }) => startsAt.slice(0, 16));
    expect(times).toEqual([
      '2026-12-21T07:00',
      '2026-12-21T07:15',
      '2026-12-23T11:00',
      '2026-12-23T11:15',
      '2026-12-27T07:00',
      '2026-12-27T07:15',
    ]);
  });

  it('begin no earlier than now and the lead time allow', () => {
    const search = searchOf('2026-11-23', '2026-11-23', { earliest: at('2026-11-23T07:30:01Z') });
    expect(onTheWall(search)).toEqual(['08:45', '09:00', '09:15']);
  });

  it('are none without availability', () => {
    expect(freeSlots(searchOf('2026-11-23', '2026-11-29', { availability: null }))).toEqual([]);
  });
});

describe('suggestions', () => {
  it('are the first three free starts', () => {
    const agendas = booked('2026-11-23T07:00:00Z', 75);
    const search = searchOf('2026-11-23', '2026-11-30', { agendas });
    expect(suggestions(search)).toEqual([
      '2026-11-23T08:15:00.000Z',
      '2026-11-24T07:00:00.000Z',
      '2026-11-24T07:15:00.000Z',
    ]);
    expect(suggestions(search, 1)).toHaveLength(1);
    expect(suggestions(search, 0)).toEqual([]);
  });

  it('suit everybody whose agenda is given', () => {
    const agendas = [
      ...booked('2026-11-23T07:00:00Z', 45, {}, 'bkg_teacher'),
      ...booked('2026-11-23T07:45:00Z', 15, {}, 'bkg_student'),
    ];
    const [first] = suggestions(searchOf('2026-11-23', '2026-11-30', { agendas }));
    expect(first).toBe('2026-11-23T08:00:00.000Z');
  });
});

describe('a slot', () => {
  it.each([
    ['2026-11-23T07:00:00Z', '2026-11-23T07:45:00Z', true],
    ['2026-11-23T06:59:59Z', '2026-11-23T07:45:00Z', false],
    ['2026-11-23T08:15:00Z', '2026-11-23T09:00:00Z', true],
    ['2026-11-23T08:15:00Z', '2026-11-23T09:00:01Z', false],
    ['2026-07-06T06:00:00Z', '2026-07-06T08:00:00Z', true],
    // availability knows nothing of holidays
    ['2026-12-25T07:00:00Z', '2026-12-25T08:00:00Z', true],
  ])('%s to %s lies within 08:00-10:00: %s', (startsAt, endsAt, within) => {
    const slot = { startsAt: at(startsAt), endsAt: at(endsAt) };
    expect(withinAvailability(slot, daily('08:00', '10:00'), ZONE)).toBe(within);
    expect(withinAvailability(slot, null, ZONE)).toBe(false);
  });

  it('is judged on the last day of the year 9999 too, instead of for ever', () => {
    const slot = { startsAt: at('9999-12-31T12:00:00Z'), endsAt: at('9999-12-31T12:45:00Z') };
    expect(withinAvailability(slot, daily('08:00', '10:00'), ZONE)).toBe(false);
    expect(withinAvailability(slot, daily('08:00', '16:00'), ZONE)).toBe(true);
  });

  it('on a closed day is told why, and when the school opens again', () => {
    const school = { timeZone: ZONE, country: 'DK' };
    expect(isClosedDay(at('2026-12-24T23:30:00Z'), null, school)).toEqual({
      date: '2026-12-25',
      name: 'Juledag',
      opensAgain: '2026-12-27',
    });
    expect(isClosedDay(at('2026-12-24T22:30:00Z'), null, school)).toBeUndefined();
    const calendar = {
      closedDays: [{ date: '2026-12-24', name: 'Juleferie' }],
      publicHolidays: 'DK' as const,
    };
    expect(isClosedDay(at('2026-12-24T10:00:00Z'), calendar, school)).toEqual({
      date: '2026-12-24',
      name: 'Juleferie',
      opensAgain: '2026-12-27',
    });
    expect(
      isClosedDay(at('2026-12-25T10:00:00Z'), null, { ...school, country: 'SE' }),
    ).toBeUndefined();
  });
});
