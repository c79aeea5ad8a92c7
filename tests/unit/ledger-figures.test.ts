import { expect, it } from 'vitest';
import { twinLedger } from '../support/ledger-rounds.ts';
import { TEST_SEED } from '../support/random.ts';

it('20,000 webhook copies, duplicated and reordered, leave every ledger right to the øre', async () => {
  const result = await twinLedger({ copies: 20_000, seed: TEST_SEED });

  expect(result.violations).toEqual([]);
  expect(result.off).toBe(0);
  expect(result.receipts).toBe(result.payments);
  expect(result.copies).toBeGreaterThanOrEqual(20_000);
  expect(result.injected).toBeGreaterThan(1_000);
}, 1_200_000);
