import { DomainError } from '../../domain/shared/errors.ts';
import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import type { Context } from '../../domain/store/context.ts';
import type { Row, TablePort } from '../../domain/store/port.ts';
import { createStore } from '../../domain/store/store.ts';
import { bookingInvariants } from './audit/bookings.ts';
import { audit } from './auditor.ts';
import { plantCast } from './booking-cast.ts';
import { bookingDesk } from './booking-stage.ts';
import { createFaults, type Faults, withFaults } from './faults.ts';
import { type Random, seededRandom } from './random.ts';
import { createWorld, TEST_NOW, testContext } from './store-world.ts';

/**
 * The double-booking figure: rounds in which fifty clients try at once for times that all overlap
 * each other, on one teacher, one vehicle or one student, every one in their own company. Exactly one
 * may win; the others are told of the conflict. Some tries are drafts, some cross UTC midnight.
 */
export type RoundsResult = {
  rounds: number;
  tries: number;
  winners: number;
  /** transactions sent beyond one for each winner */
  retries: number;
  injected: number;
  /** sentences; none: all is well */
  violations: string[];
};

export type RoundsOptions = {
  rounds: number;
  seed: number;
  tries?: number;
  /** shares of all transactions; the defaults are what the published figure says */
  rates?: Parameters<typeof createFaults>[1];
};

const RATES = { conflict: 0.3, 'timeout-after': 0.05, 'timeout-before': 0.02 };
/** So many rounds share a table: one of thousands is slow to audit. */
const ROUNDS_A_TABLE = 25;

/** A table to play on: where the use cases find it, and its rows for the auditor. */
export type Ground = { context: Context; faults: Faults; rows(): Promise<Row[]> | Row[] };

type GroundFor = (seed: number) => Ground | Promise<Ground>;

/** Rounds on the in-memory twin, where transactions really meet. */
export function twinRounds(options: RoundsOptions): Promise<RoundsResult> {
  return playRounds(options, (seed) => {
    const world = createWorld({ seed, rates: options.rates ?? RATES });
    const context = world.context({ now: () => TEST_NOW });
    return { context, faults: world.faults, rows: world.twin.rows };
  });
}

/** Rounds on a real table, with the same bad luck put before it. Tables are made by the caller. */
export function portRounds(
  options: RoundsOptions,
  table: () => Promise<{ port: TablePort; rows(): Promise<Row[]> }>,
): Promise<RoundsResult> {
  return playRounds(options, async (seed) => {
    const { port, rows } = await table();
    const faults = createFaults(seed, options.rates ?? RATES);
    const store = createStore({ port: withFaults(port, faults) });
    return { context: testContext(store), faults, rows };
  });
}

async function playRounds(
  { rounds, seed, tries = 50 }: RoundsOptions,
  ground: GroundFor,
): Promise<RoundsResult> {
  const total: RoundsResult = {
    ...{ rounds: 0, tries: 0, winners: 0, retries: 0, injected: 0 },
    violations: [],
  };
  for (let first = 0; first < rounds; first += ROUNDS_A_TABLE) {
    const random = seededRandom(seed + first);
    const { context, faults, rows } = await ground(seed + first);
    const cast = await plantCast(context, { teachers: 6, vehicles: 6, students: 8 });
    const before = faults.asked();
    const wonHere = total.winners;
    for (let i = 0; i < ROUNDS_A_TABLE && total.rounds < rounds; i++, total.rounds++) {
      const wishes = overlapping(random, cast, i, tries);
      const won = await race(bookingDesk(context, cast), wishes, total.violations);
      total.winners += won;
      total.tries += tries;
      if (won !== 1) total.violations.push(`round ${first + i}: ${won} winners`);
    }
    total.retries += faults.asked() - before - (total.winners - wonHere);
    total.injected += Object.values(faults.counts).reduce((sum, count) => sum + count, 0);
    const found = audit(await rows(), { now: TEST_NOW }, bookingInvariants);
    total.violations.push(...found.map(({ sentence }) => `rounds from ${first}: ${sentence}`));
  }
  return total;
}

type Cast = Awaited<ReturnType<typeof plantCast>>;
type Desk = ReturnType<typeof bookingDesk>;

/** Starts within 40 minutes of each other and no lesson under 45: each overlaps every other. */
function overlapping(
  random: Random,
  cast: Cast,
  round: number,
  tries: number,
): Parameters<Desk['book']>[0][] {
  const shared = random.pick(['teacher', 'vehicle', 'student']);
  const [teacher, vehicle, student] = [
    random.pick(cast.teachers),
    random.pick(cast.vehicles),
    random.pick(cast.students),
  ];
  // Three rounds share a day: the first makes rows where there are none, the others rewrite them.
  const hour = (round % 3) * 8 + random.int(5);
  const base = Date.parse('2026-12-01T00:00:00Z') + Math.floor(round / 3) * 2 * DAY + hour * HOUR;
  return Array.from({ length: tries }, () => ({
    bookingTypeId: random.pick([cast.types.road, cast.types.trio]),
    startsAt: new Date(base + (random.int(41) - 20) * MINUTE).toISOString(),
    minutes: random.pick([45, 60, 90]),
    teacherId: shared === 'teacher' ? teacher : random.pick(cast.teachers),
    vehicleId: shared === 'vehicle' ? vehicle : random.pick(cast.vehicles),
    studentIds: [shared === 'student' ? student : random.pick(cast.students)],
    draft: random.chance(0.2),
  }));
}

/** How many won; whatever is neither a win nor a conflict is a violation. */
async function race(desk: Desk, wishes: Parameters<Desk['book']>[0][], violations: string[]) {
  const outcomes = await Promise.allSettled(wishes.map((wish) => desk.book(wish)));
  for (const outcome of outcomes) {
    if (outcome.status === 'fulfilled') continue;
    const { reason } = outcome;
    if (!(reason instanceof DomainError) || reason.code !== 'booking_conflict')
      violations.push(`a try ended with ${reason instanceof Error ? reason.stack : reason}`);
  }
  return outcomes.filter(({ status }) => status === 'fulfilled').length;
}

/** The line that the README quotes. */
export function roundsLine(where: string, result: RoundsResult, seconds: number): string {
  const { rounds, tries, winners, retries, injected, violations } = result;
  const verdict = violations.length === 0 ? 'auditor clean' : `${violations.length} VIOLATIONS`;
  return `double booking (${where}): ${rounds} rounds of ${tries / rounds} overlapping tries, ${winners} winners, ${retries} retries, ${injected} faults injected, ${verdict}, ${seconds.toFixed(1)} s`;
}
