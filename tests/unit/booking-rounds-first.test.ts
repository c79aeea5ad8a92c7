import { expect, it } from 'vitest';
import { twinRounds } from '../support/booking-rounds.ts';
import { TEST_SEED } from '../support/random.ts';

it('the first 500 of 1,000 rounds of 50 overlapping tries have one winner each, among 30 % conflicts', async () => {
  const { violations, winners, injected } = await twinRounds({ rounds: 500, seed: TEST_SEED });

  expect(violations).toEqual([]);
  expect(winners).toBe(500);
  expect(injected).toBeGreaterThan(5_000);
}, 1_200_000);
