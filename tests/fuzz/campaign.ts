import fc from 'fast-check';
import { control } from '../flows/support/control.ts';
import { aimedAt } from './aimed.ts';
import { tryRequest } from './answers.ts';
import { missing, type Reached } from './coverage.ts';
import { atEndsOfTime } from './ends-of-time.ts';
import { requestsTo } from './requests.ts';
import { type Request, TARGETS, type Target } from './targets.ts';
import type { World } from './world.ts';

/** Operations at once; each has one process, which answers one request at a time. */
const AT_ONCE = 3;
/** Requests to an operation in a row: rounds, so that what one makes is there for the others. */
const IN_A_ROW = 40;
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

/** Those aimed at each documented answer, those at the ends of time, and so many by chance, all from one seed. */
export async function fuzz(
  world: World,
  { requests, seed }: { requests: number; seed: number },
): Promise<Campaign> {
  const made = new Map(TARGETS.map((target) => [target, requestsTo(target, world)]));
  const run: Run = { world, seed, requests: made, reached: new Map(), found: [], sent: 0 };
  for (const target of TARGETS) {
    for (const { request, times } of aimedAt(target, world)) {
      for (let nth = 0; nth < times; nth += 1) await carryOut(run, target, request);
    }
    for (const request of atEndsOfTime(target, world)) await carryOut(run, target, request);
  }
  const each = Math.ceil(requests / TARGETS.length);
  const rounds = Math.max(1, Math.ceil(each / IN_A_ROW));
  for (let round = 0; round < rounds; round += 1) {
    await send(run, Math.ceil(each / rounds));
  }
  const owes = (target: Target) => missing(target, run.reached).length > 0;
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

/** So many requests to each operation; a few operations side by side. */
async function send(run: Run, each: number): Promise<void> {
  const queue = [...TARGETS];
  await run.world.renew();
  let renewed = Date.now();
  const worker = async () => {
    for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
      for (let nth = 0; nth < each; nth += 1) {
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
  const options = { numRuns: 1, seed: run.seed * 1_000_003 + run.sent + 1 };
  const requests = run.requests.get(target);
  const [request] = requests ? fc.sample(requests, options) : [];
  if (request !== undefined) await carryOut(run, target, request);
}

async function carryOut(run: Run, target: Target, request: Request): Promise<void> {
  run.sent += 1;
  const { status, code, complaints } = await tryRequest(target, request, run.world);
  run.found.push(...complaints);
  const met = run.reached.get(target.name) ?? new Set();
  run.reached.set(target.name, met.add(status < 300 ? '2xx' : code || String(status)));
}
