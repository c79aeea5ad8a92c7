import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestsTo, TARGETS, tryRequest } from '../fuzz/fuzz.ts';
import { newWorld } from '../fuzz/world.ts';
import { control } from './support/control.ts';

/** `npm run fuzz -- <requests> <seed>` sets them. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 1_000);
const SEED = Number(process.env.FUZZ_SEED ?? 1);
const AT_ONCE = 4;
/** Requests to one operation in a row: each change of operation may start a process. */
const IN_A_ROW = Math.min(16, Math.ceil(REQUESTS / TARGETS.length));

test(`${REQUESTS} requests, valid, nearly valid and hostile, are all answered as the document says`, {
  timeout: 60_000 + REQUESTS * 200,
}, async () => {
  const world = await newWorld();
  const found: string[] = [];
  const reached = new Map<string, Set<string>>();

  let sent = 0;
  const worker = async () => {
    while (sent < REQUESTS) {
      const nth = sent++;
      const target = TARGETS[
        Math.floor(nth / IN_A_ROW) % TARGETS.length
      ] as (typeof TARGETS)[number];
      const options = { numRuns: 1, seed: SEED * 1_000_003 + nth };
      const [request] = fc.sample(requestsTo(target, world), options);
      if (request === undefined) continue;
      const { status, code, complaints } = await tryRequest(target, request, world);
      found.push(...complaints);
      const codes = reached.get(target.name) ?? new Set();
      reached.set(target.name, codes.add(status < 300 ? '2xx' : code || String(status)));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await control.idle();

  const well = TARGETS.filter(({ name }) => reached.get(name)?.has('2xx'));
  const codes = [...reached.values()].reduce((sum, set) => sum + set.size, 0);
  console.log(
    `${REQUESTS} requests, seed ${SEED}: ${found.length} wrong answers; ${well.length} of ` +
      `${TARGETS.length} operations reached a 2xx, ${codes} different outcomes`,
  );
  expect([...new Set(found)].slice(0, 20)).toEqual([]);
});
