import { DomainError } from '../../domain/shared/errors.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { instant } from '../../domain/shared/instant.ts';
import type { Context } from '../../domain/store/context.ts';
import type { Row, TablePort } from '../../domain/store/port.ts';
import { createStore } from '../../domain/store/store.ts';
import { keyInvariants } from './audit/keys.ts';
import { learningInvariants } from './audit/learning.ts';
import { audit } from './auditor.ts';
import { plantCast } from './booking-cast.ts';
import { createFaults, type Faults, withFaults } from './faults.ts';
import { CAR, FIRST_ROAD, JUNCTIONS, learningDesk } from './learning-stage.ts';
import { type Random, seededRandom } from './random.ts';
import { createWorld, idempotencyScope, testContext } from './store-world.ts';

/**
 * Races for one student's record: teacher and student, on several devices, with and without retries
 * under one `Idempotency-Key`, sign the same and other modules of the same and other lessons, object
 * and correct, all at once. Whatever wins, the chain must verify and hold each signature once.
 */
export type SigningResult = {
  rounds: number;
  tries: number;
  /** answers that were no refusal */
  answered: number;
  entries: number;
  injected: number;
  violations: string[];
};

type Options = { rounds: number; seed: number; tries?: number };
type Ground = { context: Context; faults: Faults; rows(): Promise<Row[]> | Row[] };

const RATES = { conflict: 0.3, 'timeout-after': 0.05, 'timeout-before': 0.02 };
const MODULES = [CAR, FIRST_ROAD, JUNCTIONS];
/** What somebody who comes second, or too early, may be told. */
const REFUSALS = ['already_signed', 'awaiting_teacher', 'conflict'];
/** Fifty on one slow table may outlast the door's retries: told so, with nothing written. */
const OUTLASTED = 'busy';
const AT = instant('2026-12-01T13:00:00Z');

export function twinSigning(options: Options): Promise<SigningResult> {
  return playRounds(options, (seed) => {
    const world = createWorld({ seed, rates: RATES });
    return { context: world.context(), faults: world.faults, rows: world.twin.rows };
  });
}

/** Rounds on a real table, with the same bad luck put before it. */
export function portSigning(
  options: Options,
  table: () => Promise<{ port: TablePort; rows(): Promise<Row[]> }>,
): Promise<SigningResult> {
  return playRounds(options, async (seed) => {
    const { port, rows } = await table();
    const faults = createFaults(seed, RATES);
    return { context: testContext(createStore({ port: withFaults(port, faults) })), faults, rows };
  });
}

async function playRounds(
  { rounds, seed, tries = 50 }: Options,
  ground: (seed: number) => Ground | Promise<Ground>,
): Promise<SigningResult> {
  const total: SigningResult = {
    ...{ rounds, tries: 0, answered: 0, entries: 0, injected: 0 },
    violations: [],
  };
  for (let round = 0; round < rounds; round++) {
    const { context, faults, rows } = await ground(seed + round);
    const random = seededRandom(seed + round);
    let now = instant('2026-11-23T08:00:00Z');
    const at = { ...context, now: () => now };
    const cast = await plantCast(at, { teachers: 1, students: 1 });
    const desk = learningDesk(at, cast);
    const lessons: string[] = [];
    for (const startsAt of ['2026-12-01T09:00:00Z', '2026-12-01T10:00:00Z']) {
      lessons.push((await desk.plan({ startsAt })).id);
    }
    now = AT;
    for (const id of lessons) {
      const attendance = [{ studentId: desk.student, status: 'attended' as const }];
      await desk.complete(id, { attendance });
    }
    const outcomes = await Promise.allSettled(
      Array.from({ length: tries }, (_, i) => act(at, cast, random, lessons, i)),
    );
    total.tries += tries;
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') total.answered += 1;
      else if (!isRefusal(outcome.reason)) {
        total.violations.push(`round ${seed + round}: a try ended with ${said(outcome.reason)}`);
      }
    }
    const all = await rows();
    total.entries += all.filter((row) => row.__edb_e__ === 'record-entry').length;
    total.injected += Object.values(faults.counts).reduce((sum, count) => sum + count, 0);
    const found = audit(all, {}, [...keyInvariants, ...learningInvariants]);
    total.violations.push(...found.map(({ sentence }) => `round ${seed + round}: ${sentence}`));
  }
  return total;
}

/** One device of one party does one thing; every third comes again under the same key. */
function act(
  context: Context,
  cast: Awaited<ReturnType<typeof plantCast>>,
  random: Random,
  lessons: readonly string[],
  i: number,
): Promise<unknown> {
  const [id, moduleId] = [random.pick(lessons), random.pick(MODULES)];
  const does = random.pick(['teacher', 'teacher', 'student', 'student', 'dispute', 'correct']);
  const idempotency = idempotencyScope({ keyHash: `key ${i}` });
  const keyed = random.chance(0.3) ? { ...context, idempotency } : context;
  const desk = learningDesk(keyed, cast);
  const teacher = cast.teachers[0] as PersonId;
  switch (does) {
    case 'teacher':
      return keyed === context ? desk.signs.teacher(id, moduleId) : twice(desk, id, moduleId);
    case 'student':
      return desk.signs.student(id, moduleId);
    case 'dispute':
      return learningDesk(context, cast)
        .dispute(id, moduleId)
        .then((entry) => learningDesk(context, cast).answer(teacher, entry, random.chance(0.5)));
    default:
      return learningDesk(context, cast)
        .correct(id, moduleId, { minutes: random.pick([40, 45, 90]) })
        .then((entry) =>
          learningDesk(context, cast).answer(desk.student, entry, random.chance(0.5)),
        );
  }
}

/** A phone that lost the answer sends the same again, under the same key: one entry, told twice. */
async function twice(desk: ReturnType<typeof learningDesk>, id: string, moduleId: string) {
  const [first, second] = await Promise.all([
    desk.signs.teacher(id, moduleId),
    desk.signs.teacher(id, moduleId),
  ]);
  if (first.id !== second.id) throw new Error(`one request made ${first.id} and ${second.id}`);
}

function isRefusal(reason: unknown): boolean {
  return reason instanceof DomainError && [...REFUSALS, OUTLASTED].includes(reason.code);
}

function said(reason: unknown): string {
  return reason instanceof Error ? `${reason.name} ${reason.message}` : String(reason);
}
