import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgendaEntries,
  clashes,
  MOST_BUFFER_MINUTES,
  type Slot,
  slotOnDays,
} from '../../domain/scheduling/agenda.ts';
import { LONGEST_MINUTES } from '../../domain/scheduling/booking-type.ts';
import { DAY, instant, MINUTE } from '../../domain/shared/instant.ts';
import { TEST_SEED } from '../support/random.ts';

const NOW = instant('2026-11-23T08:00:00Z');
const MIDNIGHT = Date.parse('2026-12-02T00:00:00Z');

/** Slots of all lengths that lie around one midnight, so that every way over it comes up. */
const slot: fc.Arbitrary<Slot> = fc
  .record({
    start: fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -1440, max: 1440 })),
    minutes: fc.oneof(
      fc.integer({ min: 5, max: 90 }),
      fc.integer({ min: 5, max: LONGEST_MINUTES }),
    ),
    bufferMinutes: fc.oneof(
      fc.constantFrom(0, 5, 15, 60, MOST_BUFFER_MINUTES),
      fc.nat(MOST_BUFFER_MINUTES),
    ),
  })
  .map(({ start, minutes, bufferMinutes }) => ({
    startsAt: instant(MIDNIGHT + start * MINUTE),
    endsAt: instant(MIDNIGHT + (start + minutes) * MINUTE),
    bufferMinutes,
  }));

/** The rows that a booking writes, by day. */
function rowsOf(taken: Slot): Map<string, AgendaEntries> {
  return new Map(
    slotOnDays(taken).map(({ day, s, e }) => [
      day,
      { bkg_1: { s, e, b: taken.bufferMinutes, st: 'l' } },
    ]),
  );
}

/** What another meets in the rows that it reads: those it will write, and no others. */
function met(taken: Slot, wanted: Slot) {
  const rows = rowsOf(taken);
  return slotOnDays(wanted).flatMap(({ day }) => clashes(day, rows.get(day) ?? {}, wanted, NOW));
}

function minutesBetween(a: Slot, b: Slot): number {
  const gap = Math.max(
    Date.parse(b.startsAt) - Date.parse(a.endsAt),
    Date.parse(a.startsAt) - Date.parse(b.endsAt),
  );
  return gap / MINUTE;
}

const RUNS = { numRuns: 5_000, seed: TEST_SEED };

describe('two bookings around UTC midnight', () => {
  it('meet in a row of both exactly when the gap between them is shorter than the larger buffer', () => {
    const seen = { clash: 0, none: 0, touch: 0 };
    fc.assert(
      fc.property(slot, slot, (a, b) => {
        const gap = minutesBetween(a, b);
        const asked = Math.max(a.bufferMinutes, b.bufferMinutes);
        if (gap === asked) seen.touch++;
        seen[gap < asked ? 'clash' : 'none']++;

        const [here] = met(a, b);

        expect(here !== undefined).toBe(gap < asked);
        expect(met(b, a).length > 0).toBe(gap < asked);
        // however many days they share, each tells the same times
        for (const clash of met(a, b))
          expect(clash).toEqual({ bookingId: 'bkg_1', startsAt: a.startsAt, endsAt: a.endsAt });
      }),
      RUNS,
    );
    expect(Math.min(seen.clash, seen.none)).toBeGreaterThan(500);
  });

  it('that leave exactly the larger buffer free, or touch without one, do not clash', () => {
    fc.assert(
      fc.property(slot, slot, (a, other) => {
        const length = Date.parse(other.endsAt) - Date.parse(other.startsAt);
        const gap = Math.max(a.bufferMinutes, other.bufferMinutes) * MINUTE;
        const from = Date.parse(a.endsAt) + gap;
        const b = { ...other, startsAt: instant(from), endsAt: instant(from + length) };
        const early = { ...b, startsAt: instant(from - MINUTE) };

        expect([met(a, b), met(b, a)]).toEqual([[], []]);
        expect(met(a, early).length).toBeGreaterThan(0);
        expect(met(early, a).length).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('are on the days that they touch with their buffer, and on no others', () => {
    fc.assert(
      fc.property(slot, (a) => {
        const from = Date.parse(a.startsAt) - a.bufferMinutes * MINUTE;
        const to = Date.parse(a.endsAt) + a.bufferMinutes * MINUTE;
        const touched = [-2, -1, 0, 1, 2]
          .map((days) => MIDNIGHT + days * DAY)
          .filter((midnight) => from < midnight + DAY && midnight < to)
          .map((midnight) => instant(midnight).slice(0, 10));

        expect(slotOnDays(a).map(({ day }) => day)).toEqual(touched);
        // or a move of 21 would not fit into one transaction
        expect(touched.length).toBeLessThanOrEqual(2);
      }),
      RUNS,
    );
  });
});
