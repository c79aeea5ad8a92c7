import { describe, expect, it } from 'vitest';
import { playModel } from '../support/booking-model.ts';
import { TEST_SEED } from '../support/random.ts';

// The 1,000 rounds beside these are two files, so that two cores share them.
describe('the published figures, in small', () => {
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
  }, 1_200_000);
});
