import fc from 'fast-check';
import { control } from '../flows/support/control.ts';
import { missing, type Reached } from './coverage.ts';
import { requestsTo, TARGETS, type Target, tryRequest } from './fuzz.ts';
import type { World } from './world.ts';

/** Operations at once; each has one process, which answers one request at a time. */
const AT_ONCE = 3;
/** Requests to an operation in a row: rounds, so that what one makes is there for the others. */
const IN_A_ROW = 40;
/** Further requests for each operation that still owes a documented answer. */
const INSIST = 400;
const RENEW_MS = 8 * 60_000;

type Run = {
  world: World;
  seed: number;
  requests: ReadonlyMap<Target, ReturnType<typeof requestsTo>>;
  reached: Reached;
  found: string[];
  sent: number;
};

export type Campaign = {
  /** answers that the document does not allow, each with its request */
  found: string[];
  /** what was met, by operation; and what was promised and never met */
  reached: Reached;
  owed: string[];
  summary: string;
};

/** So many requests, all from one seed; with `insist` more of them where an answer was never met. */
export async function fuzz(
  world: World,
  { requests, seed, insist = false }: { requests: number; seed: number; insist?: boolean },
): Promise<Campaign> {
  const made = new Map(TARGETS.map((target) => [target, requestsTo(target, world)]));
  const run: Run = { world, seed, requests: made, reached: new Map(), found: [], sent: 0 };
  const each = Math.ceil(requests / TARGETS.length);
  const rounds = Math.max(1, Math.ceil(each / IN_A_ROW));
  for (let round = 0; round < rounds; round += 1) {
    await send(run, TARGETS, Math.ceil(each / rounds), () => true);
  }
  const owes = (target: Target) => missing(target, run.reached).length > 0;
  if (insist) await send(run, TARGETS.filter(owes), INSIST, owes);
  await control.idle();

  const well = TARGETS.filter(({ name }) => run.reached.get(name)?.has('2xx'));
  const outcomes = [...run.reached.values()].reduce((sum, met) => sum + met.size, 0);
  const found = [...new Set(run.found)];
  return {
    found,
    reached: run.reached,
    owed: TARGETS.filter(owes).map((one) => `${one.name}: ${missing(one, run.reached).join(' ')}`),
    summary:
      `${run.sent} requests, seed ${seed}: ${found.length} wrong answers; ${well.length} of ` +
      `${TARGETS.length} operations reached a 2xx; ${outcomes} different outcomes`,
  };
}

/** So many requests to each of some operations, as long as they are wanted; a few side by side. */
async function send(
  run: Run,
  targets: readonly Target[],
  each: number,
  wanted: (target: Target) => boolean,
): Promise<void> {
  const queue = [...targets];
  await run.world.renew();
  let renewed = Date.now();
  const worker = async () => {
    for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
      for (let nth = 0; nth < each && wanted(target); nth += 1) {
        if (Date.now() - renewed > RENEW_MS) {
          renewed = Date.now();
          await run.world.renew();
        }
        await one(run, target);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function one(run: Run, target: Target): Promise<void> {
  run.sent += 1;
  const options = { numRuns: 1, seed: run.seed * 1_000_003 + run.sent };
  const requests = run.requests.get(target);
  const [request] = requests ? fc.sample(requests, options) : [];
  if (request === undefined) return;
  const { status, code, complaints } = await tryRequest(target, request, run.world);
  run.found.push(...complaints);
  const met = run.reached.get(target.name) ?? new Set();
  run.reached.set(target.name, met.add(status < 300 ? '2xx' : code || String(status)));
}
