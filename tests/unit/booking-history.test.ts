import { expect, it } from 'vitest';
import { type HistoryEntry, withHistory } from '../../domain/scheduling/booking.ts';
import { instant } from '../../domain/shared/instant.ts';

const entry = (at: string, what: HistoryEntry['what']): HistoryEntry => ({
  ...{ at: instant(at), by: 'per_01kat5n8x1e4vv6h7w7b1q2r3s', what },
});

it('a change that began before the last one, and came after it, is dated no earlier', () => {
  const history = [entry('2026-11-23T08:00:00.000Z', 'created')];
  const moved = withHistory(history, entry('2026-11-23T09:00:00.020Z', 'moved'));
  const late = withHistory(moved, entry('2026-11-23T09:00:00.005Z', 'changed'));

  expect(late.map(({ at, what }) => [at, what])).toEqual([
    ['2026-11-23T08:00:00.000Z', 'created'],
    ['2026-11-23T09:00:00.020Z', 'moved'],
    ['2026-11-23T09:00:00.020Z', 'changed'],
  ]);
});
