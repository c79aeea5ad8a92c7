import { expect, test } from 'vitest';
import { newCast } from '../flows/support/tenancy/cast.ts';
import { fuzz } from './campaign.ts';
import { TARGETS } from './fuzz.ts';
import { newWorld } from './world.ts';

/** `npm run fuzz -- <requests> <seed>` sets them. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
/** From so many on, every documented answer of every operation must have been met. */
const ENOUGH = 20_000;

test(`${REQUESTS} requests, valid, nearly valid and hostile, are all answered as the document says`, {
  timeout: 180_000 + REQUESTS * 250,
}, async () => {
  const world = await newWorld(await newCast());
  const insist = REQUESTS >= ENOUGH;

  const { found, reached, owed, summary } = await fuzz(world, {
    ...{ requests: REQUESTS, seed: SEED, insist },
  });

  for (const { name } of TARGETS) {
    console.log(`${name}: ${[...(reached.get(name) ?? [])].sort().join(' ')}`);
  }
  console.log(`${summary}; ${owed.length} operations owe a documented answer`);
  expect(found.slice(0, 20)).toEqual([]);
  if (insist) expect(owed).toEqual([]);
});
