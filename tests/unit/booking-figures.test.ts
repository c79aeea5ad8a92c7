import { describe, expect, it } from 'vitest';
import { playModel } from '../support/booking-model.ts';
import { twinRounds } from '../support/booking-rounds.ts';
import { TEST_SEED } from '../support/random.ts';

describe('the published figures, in small', () => {
  it('1,000 rounds of 50 overlapping tries have one winner each, among 30 % conflicts', async () => {
    const { violations, winners, injected } = await twinRounds({ rounds: 1_000, seed: TEST_SEED });

    expect(violations).toEqual([]);
    expect(winners).toBe(1_000);
    expect(injected).toBeGreaterThan(10_000);
  }, 300_000);

  it('500 sequences of interleaved clients leave what a simple model says', async () => {
    const { violations, done, refused } = await playModel({ sequences: 500, seed: TEST_SEED });

    expect(violations).toEqual([]);
    // every operation was done, and refused for every reason there is
    expect(Object.keys(done).sort()).toEqual(
      ['add', 'cancel', 'confirm', 'create', 'expire', 'leave', 'move', 'remove'].sort(),
    );
    expect(Object.keys(refused).sort()).toEqual(
      ['booking_closed', 'booking_conflict', 'conflict', 'hold_expired', 'not_found'].sort(),
    );
  }, 300_000);
});
