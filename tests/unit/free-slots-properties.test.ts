import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashes, slotOnDays } from '../../domain/scheduling/agenda.ts';
import {
  type Availability,
  type ClockWindow,
  windowsOn,
} from '../../domain/scheduling/availability.ts';
import { closedDay } from '../../domain/scheduling/closed-days.ts';
import {
  type AgendaDay,
  freeSlots,
  isClosedDay,
  nextAvailable,
  type SlotSearch,
  suggestions,
  withinAvailability,
} from '../../domain/scheduling/free-slots.ts';
import { DAY, instant, MINUTE } from '../../domain/shared/instant.ts';
import { localClock, localDate, localDateTime, plusDays } from '../../domain/shared/time.ts';
import { TEST_SEED } from '../support/random.ts';

const ZONE = 'Europe/Copenhagen';
const pad = (n: number) => String(n).padStart(2, '0');
const clock = (minutes: number) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** Up to three windows of a day, apart or touching, on a grid of five minutes. */
const windows = fc
  .uniqueArray(fc.integer({ min: 0, max: 288 }), { minLength: 2, maxLength: 6 })
  .map((marks) => marks.sort((a, b) => a - b).map((mark) => clock(mark * 5)))
  .map((marks) =>
    marks.flatMap((from, i): ClockWindow[] => {
      const to = marks[i + 1];
      // Every second one is left out now and then, so that windows touch and do not.
      return to === undefined || (i % 2 === 1 && i % 3 !== 0) ? [] : [{ from, to }];
    }),
  );

const availability: fc.Arbitrary<Availability> = fc
  .tuple(windows, windows, fc.boolean())
  .map(([weekly, other, hasException]) => ({
    weekly: ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) =>
      weekday === 6 ? [] : weekly.map((window) => ({ weekday, ...window })),
    ),
    exceptions: hasException ? [{ date: '2027-03-29', windows: other }] : [],
  }));

const FIRST = Date.parse('2027-03-26T00:00:00Z');

/** Bookings at any minute of five days around a change night, over midnights too. */
const agendas = fc
  .array(
    fc.record({
      start: fc.nat(5 * 1440),
      minutes: fc.integer({ min: 1, max: 300 }),
      b: fc.constantFrom(0, 10, 15, 60),
      st: fc.constantFrom('l' as const, 'l' as const, 'h' as const, 'c' as const),
      held: fc.boolean(),
    }),
    { maxLength: 8 },
  )
  .map((bookings) =>
    bookings.flatMap(({ start, minutes, b, st, held }, i): AgendaDay[] => {
      const from = FIRST + start * MINUTE;
      const endsAt = instant(from + minutes * MINUTE);
      const slot = { startsAt: instant(from), endsAt, bufferMinutes: b };
      const u = held ? instant('2027-03-20T00:00:00Z') : instant('2027-03-01T00:00:00Z');
      return slotOnDays(slot).map(({ day, s, e }) => ({
        day,
        entries: { [`bkg_${i}`]: { s, e, b, st, ...(st === 'h' && { u }) } },
      }));
    }),
  );

const search: fc.Arbitrary<SlotSearch> = fc
  .record({
    availability,
    agendas,
    minutes: fc.constantFrom(5, 45, 90, 600),
    bufferMinutes: fc.constantFrom(0, 15, 120),
    start: fc.nat(1440),
    length: fc.integer({ min: 1, max: 3 * 1440 }),
    lead: fc.nat(1440),
    closed: fc.boolean(),
  })
  .map(({ start, length, lead, closed, ...rest }) => {
    const from = FIRST + DAY + start * MINUTE;
    return {
      ...rest,
      calendar: {
        closedDays: closed ? [{ date: '2027-03-30', name: 'Kursus' }] : [],
        publicHolidays: 'none',
      },
      timeZone: ZONE,
      from: instant(from),
      to: instant(from + length * MINUTE),
      earliest: instant(from + (lead - 720) * MINUTE),
      now: instant('2027-03-10T00:00:00Z'),
    };
  });

/** The slow way: every minute of the span, each minute of the lesson looked at alone. */
function bruteForce(search: SlotSearch): string[] {
  const { from, to, earliest, minutes, bufferMinutes, timeZone, calendar, now } = search;
  const onGrid = new Set<number>();
  const open = new Set<number>();
  const last = plusDays(localDate(to, timeZone), 2);
  for (let date = plusDays(localDate(from, timeZone), -1); date <= last; date = plusDays(date, 1)) {
    if (closedDay(calendar, date)) continue;
    const { weekday } = localDateTime(localClock(date, '12:00', timeZone), timeZone);
    for (const window of windowsOn(search.availability as Availability, date, weekday)) {
      const start = Date.parse(localClock(date, window.from, timeZone));
      const end = Date.parse(localClock(date, window.to, timeZone));
      for (let minute = start; minute < end; minute += MINUTE) {
        open.add(minute);
        if ((minute - start) % (15 * MINUTE) === 0) onGrid.add(minute);
      }
    }
  }
  const found: string[] = [];
  for (const start of [...onGrid].sort((a, b) => a - b)) {
    if (start < Date.parse(from) || start >= Date.parse(to)) continue;
    if (start < Date.parse(earliest)) continue;
    const covered = Array.from({ length: minutes }, (_, i) => start + i * MINUTE);
    if (!covered.every((minute) => open.has(minute))) continue;
    const startsAt = instant(start);
    const slot = { startsAt, endsAt: instant(start + minutes * MINUTE), bufferMinutes };
    if (search.agendas.some(({ day, entries }) => clashes(day, entries, slot, now).length > 0)) {
      continue;
    }
    found.push(startsAt);
  }
  return found;
}

const GRID = 5 * MINUTE;
const RUNS = { numRuns: 120, seed: TEST_SEED };

describe('free slots, around the night of 2027-03-28', () => {
  it('are what going through every minute finds', () => {
    let slots = 0;
    fc.assert(
      fc.property(search, (asked) => {
        const found = freeSlots(asked).map(({ startsAt }) => startsAt);
        slots += found.length;
        expect(found).toEqual(bruteForce(asked));
      }),
      RUNS,
    );
    expect(slots).toBeGreaterThan(1_000);
  });

  it('clash with nothing, lie within availability, and on no closed day', () => {
    fc.assert(
      fc.property(search, (asked) => {
        const { agendas, bufferMinutes, now, minutes, calendar } = asked;
        for (const { startsAt, endsAt } of freeSlots(asked).slice(0, 25)) {
          expect(Date.parse(endsAt) - Date.parse(startsAt)).toBe(minutes * MINUTE);
          const slot = { startsAt, endsAt, bufferMinutes };
          expect(agendas.flatMap(({ day, entries }) => clashes(day, entries, slot, now))).toEqual(
            [],
          );
          expect(withinAvailability(slot, asked.availability, ZONE)).toBe(true);
          const school = { timeZone: ZONE, country: 'DK' };
          expect(isClosedDay(startsAt, calendar, school)).toBeUndefined();
        }
      }),
      RUNS,
    );
  });

  it('the next available start of a slot is the first minute at which it fits, closed days left out', () => {
    let found = 0;
    fc.assert(
      fc.property(search, (asked) => {
        const { availability, calendar, minutes } = asked;
        const school = { timeZone: ZONE, country: 'DK' };
        const slotAt = (from: number) => ({
          startsAt: instant(from),
          endsAt: instant(from + minutes * MINUTE),
        });
        const closedOn = (from: number) =>
          // a slot may end on a closed day's eve, not run into it
          [from, from + minutes * MINUTE - 1].some((at) =>
            isClosedDay(instant(at), calendar, school),
          );
        const start = Date.parse(asked.from);
        // windows begin on a grid of five minutes
        const grid = Array.from({ length: 576 }, (_, i) => Math.ceil(start / GRID + i) * GRID);
        const slow = [start, ...grid].find(
          (from) => withinAvailability(slotAt(from), availability, ZONE) && !closedOn(from),
        );
        const next = nextAvailable(slotAt(start), availability, calendar, school);

        if (slow !== undefined) {
          found++;
          expect(next).toBe(instant(slow));
        } else if (next) expect(Date.parse(next)).toBeGreaterThanOrEqual(start + 2 * DAY);
      }),
      { ...RUNS, numRuns: 20 },
    );
    expect(found).toBeGreaterThan(5);
  }, 60_000);

  it('are the same whatever span they are asked for in', () => {
    fc.assert(
      fc.property(search, fc.nat(1440), (asked, cut) => {
        const middle = instant(
          Math.min(Date.parse(asked.from) + cut * MINUTE, Date.parse(asked.to)),
        );
        const whole = freeSlots(asked);
        const parts = [
          ...freeSlots({ ...asked, to: middle }),
          ...freeSlots({ ...asked, from: middle }),
        ];
        expect(parts).toEqual(whole);
        expect(suggestions(asked)).toEqual(whole.slice(0, 3).map(({ startsAt }) => startsAt));
      }),
      RUNS,
    );
  });
});
