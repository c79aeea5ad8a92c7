import { expect, test } from 'vitest';
import { newCast } from '../flows/support/tenancy/cast.ts';
import { fuzz } from './campaign.ts';
import { TARGETS } from './targets.ts';
import { newWorld } from './world.ts';

/** `npm run fuzz -- <requests> <seed>` sets them. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 10_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);

test(`${REQUESTS} requests, valid, nearly valid and hostile, are all answered as the document says; every answer that it documents is met`, {
  timeout: 180_000 + REQUESTS * 250,
}, async () => {
  const world = await newWorld(await newCast());

  const { found, reached, owed, summary } = await fuzz(world, {
    ...{ requests: REQUESTS, seed: SEED },
  });

  for (const { name } of TARGETS) {
    console.log(`${name}: ${[...(reached.get(name) ?? [])].sort().join(' ')}`);
  }
  console.log(`${summary}; ${owed.length} operations owe a documented answer`);
  for (const line of owed) console.log(`  ${line}`);
  expect(found.slice(0, 20)).toEqual([]);
  expect(owed).toEqual([]);
});
