import type { BookingView } from '../../domain/scheduling/booking-view.ts';
import type { Conflict } from '../../domain/scheduling/occupy.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { MINUTE } from '../../domain/shared/instant.ts';
import { bookingOf } from './audit/booking-rows.ts';
import { bookingInvariants } from './audit/bookings.ts';
import { audit } from './auditor.ts';
import { type BookingStage, bookingStage } from './booking-stage.ts';
import { type Random, seededRandom } from './random.ts';

/**
 * The model figure: two to four clients at a time create, move, cancel, fill, empty, confirm and let
 * expire, on few resources and few times. Beside them runs a model that is nothing but the newest
 * answer about each booking. When all clients rest, three things are held against each other:
 * - no two live bookings of the model overlap, buffers included, by a check of its own
 * - every refusal had a reason in what was or came to be
 * - the rows say what the model says; and at the end of a sequence the auditor finds nothing
 */
export type ModelResult = {
  sequences: number;
  steps: number;
  done: Record<string, number>;
  refused: Record<string, number>;
  violations: string[];
};

type Known = BookingView & { buffer: number };
type Model = Map<string, Known>;
type Step = { name: string; ask: () => Promise<BookingView | undefined>; buffer: number };
type Outcome = Step & ({ answer: BookingView | undefined } | { error: unknown });

const WAVES = 6;
const RATES = { conflict: 0.15, 'timeout-after': 0.05 };
/** In the afternoon, and around UTC midnight. */
const STARTS = ['2026-12-01T13:00:00Z', '2026-12-01T22:45:00Z', '2026-12-02T23:30:00Z'];

export async function playModel({
  sequences,
  seed,
}: {
  sequences: number;
  seed: number;
}): Promise<ModelResult> {
  const result: ModelResult = { sequences: 0, steps: 0, done: {}, refused: {}, violations: [] };
  for (; result.sequences < sequences; result.sequences++) {
    const own = seed + result.sequences;
    const found = await playSequence(own, result);
    result.violations.push(...found.map((sentence) => `sequence ${own}: ${sentence}`));
  }
  return result;
}

async function playSequence(seed: number, result: ModelResult): Promise<string[]> {
  const random = seededRandom(seed);
  const stage = await bookingStage({ seed, rates: RATES });
  const buffered = await stage.type({ capacity: 3, bufferMinutes: 15 });
  const model: Model = new Map();
  const violations: string[] = [];
  for (let wave = 0; wave < WAVES; wave++) {
    const before = new Map(model);
    const steps = Array.from({ length: 2 + random.int(3) }, () =>
      nextStep(random, stage, [...model.values()], buffered),
    );
    const outcomes = await Promise.all(steps.map(outcomeOf));
    result.steps += steps.length;
    for (const outcome of outcomes) {
      const tally = 'answer' in outcome ? result.done : result.refused;
      const what = 'answer' in outcome ? outcome.name : codeOf(outcome.error);
      tally[what] = (tally[what] ?? 0) + 1;
      if ('answer' in outcome && outcome.answer) learn(model, outcome.answer, outcome.buffer);
    }
    const answers = outcomes.flatMap((each) =>
      'answer' in each && each.answer ? [each.answer] : [],
    );
    const seen = [...before.values(), ...answers];
    for (const outcome of outcomes) {
      if ('error' in outcome) violations.push(...unjustified(outcome.error, seen, stage));
    }
    violations.push(...overlapsIn(model, stage.now()), ...differences(model, stage));
  }
  const found = audit(stage.world.twin.rows(), { now: stage.now() }, bookingInvariants);
  return [...violations, ...found.map(({ sentence }) => sentence)];
}

async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    return { ...step, answer: await step.ask() };
  } catch (error) {
    return { ...step, error };
  }
}

/** Only the newest answer about a booking counts: answers may come in any order. */
function learn(model: Model, answer: BookingView, buffer: number): void {
  const known = model.get(answer.id);
  if (known && known.version >= answer.version) return;
  model.set(answer.id, { ...answer, buffer: known?.buffer ?? buffer });
}

function nextStep(random: Random, stage: BookingStage, known: Known[], buffered: string): Step {
  const { teachers, vehicles, students } = stage;
  const some = () => students.filter(() => random.chance(0.4));
  const time = () =>
    new Date(Date.parse(random.pick(STARTS)) + random.int(12) * 15 * MINUTE).toISOString();
  const step = (name: string, ask: Step['ask'], buffer = 0): Step => ({ name, ask, buffer });
  const bookingTypeId = random.chance(0.3) ? buffered : stage.types.trio;
  const wish = {
    ...{ bookingTypeId, startsAt: time(), minutes: random.pick([45, 60]) },
    ...{ teacherId: random.pick(teachers), vehicleId: random.pick(vehicles), studentIds: some() },
    draft: random.chance(0.3),
  };
  const create = step('create', () => stage.book(wish), bookingTypeId === buffered ? 15 : 0);
  if (known.length === 0 || random.chance(0.35)) return create;

  const { id } = random.pick(known);
  const [student, startsAt] = [random.pick(students), time()];
  const patch = {
    ...(random.chance(0.8) && { startsAt }),
    ...(random.chance(0.3) && { teacherId: random.pick(teachers) }),
    ...(random.chance(0.3) && { vehicleId: random.pick(vehicles) }),
  };
  const joining = some();
  return random.pick([
    step('move', () => stage.move(id, patch)),
    step('move', () => stage.move(id, patch)),
    step('cancel', () => stage.cancel(id)),
    step('leave', () => stage.cancel(id, { studentId: student, onBehalfOf: 'student' })),
    step('add', () => stage.add(id, joining)),
    step('remove', () => stage.remove(id, student)),
    step('confirm', () => stage.confirm(id)),
    step('expire', async () => {
      stage.at(new Date(Date.parse(stage.now()) + 16 * MINUTE).toISOString());
      await stage.sweep();
      return undefined;
    }),
  ]);
}

function isLive({ status, heldUntil }: Known, now: string): boolean {
  return status === 'confirmed' || (status === 'draft' && (heldUntil ?? '') > now);
}

function takes({ teacherId, vehicleId, students }: BookingView): string[] {
  const booked = students.filter(({ status }) => status !== 'cancelled');
  return [teacherId, vehicleId ?? '', ...booked.map(({ studentId }) => studentId)];
}

/** The oracle: every pair of live bookings, looked at one by one. */
function overlapsIn(model: Model, now: string): string[] {
  const live = [...model.values()].filter((booking) => isLive(booking, now));
  return live.flatMap((a, i) =>
    live.slice(i + 1).flatMap((b) => {
      const shared = takes(a).find((id) => takes(b).includes(id));
      const gap = Math.max(a.buffer, b.buffer) * MINUTE;
      const apart =
        Date.parse(a.endsAt) + gap <= Date.parse(b.startsAt) ||
        Date.parse(b.endsAt) + gap <= Date.parse(a.startsAt);
      return shared && !apart ? [`${shared} is in ${a.id} and in ${b.id} at once`] : [];
    }),
  );
}

const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : String(error));

/** A refusal must have had its reason in what was before the wave, or came to be in it. */
function unjustified(error: unknown, states: BookingView[], stage: BookingStage): string[] {
  const code = codeOf(error);
  switch (code) {
    case 'booking_conflict': {
      const { conflicts } = (error as DomainError).details as { conflicts: Conflict[] };
      const invented = conflicts.filter(
        ({ id, startsAt, endsAt }) =>
          !states.some(
            (booking) =>
              takes(booking).includes(id) &&
              booking.startsAt <= startsAt &&
              endsAt <= booking.endsAt,
          ),
      );
      return invented.map(({ id, startsAt }) => `refused for ${id} at ${startsAt}, who was free`);
    }
    case 'hold_expired':
      return states.some(({ heldUntil }) => heldUntil && heldUntil <= stage.now())
        ? []
        : ['hold_expired without a hold that ran out'];
    case 'booking_closed':
      return states.some(({ status }) => status === 'cancelled') ||
        stage.events('BookingHoldExpired').length > 0
        ? []
        : ['booking_closed though nothing was'];
    // twice confirmed; a student who is not in it
    case 'conflict':
    case 'not_found':
      return [];
    default:
      return [`a step ended with ${error instanceof Error ? error.stack : code}`];
  }
}

/** What the rows say otherwise than the model. */
function differences(model: Model, stage: BookingStage): string[] {
  const rows = stage.world.rowsOf('booking').map(bookingOf);
  const violations = rows.length === model.size ? [] : [`${rows.length} rows, ${model.size} known`];
  for (const row of rows) {
    const known = model.get(row.bookingId);
    if (!known) continue;
    const ranOut = known.status === 'draft' && (known.heldUntil ?? '') <= stage.now();
    const expired =
      ranOut && row.state.status === 'cancelled' && row.state.reason === 'hold_expired';
    const same =
      row.startsAt === known.startsAt &&
      row.endsAt === known.endsAt &&
      row.teacherId === known.teacherId &&
      row.state.status === known.status &&
      JSON.stringify(row.students) === JSON.stringify(known.students);
    if (!same && !expired)
      violations.push(
        `${row.bookingId} is ${JSON.stringify(row.state)}, known as ${known.status} v${known.version}`,
      );
  }
  return violations;
}

/** The line that the README quotes. */
export function modelLine(
  { sequences, steps, done, refused, violations }: ModelResult,
  seconds: number,
): string {
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  const verdict = violations.length === 0 ? 'auditor clean' : `${violations.length} VIOLATIONS`;
  return `booking model: ${sequences} sequences, ${steps} steps (done: ${list(done)}; refused: ${list(refused)}), ${verdict}, ${seconds.toFixed(1)} s`;
}
