import { randomUUID } from 'node:crypto';
import cron from 'aws-cron-parser';
import type { ControlClock } from '../parts/clock.ts';
import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from '../parts/constants.ts';
import { type Resolved, shortName } from '../template/model.ts';
import { TemplateError } from '../template/types.ts';
import { isEnabled, withoutMillis } from './bus.ts';
import { inputFor, type Target } from './target-input.ts';

/** The moment after `from` at which a schedule is due next, in milliseconds; null for never. */
type Next = (from: number) => number | null;

type Schedule = {
  name: string;
  expression: string;
  arn: string;
  targets: Target[];
  next: Next;
  dueAt: number | null;
};

const TICK_MS = 500;

/**
 * Rules with a schedule, run by the control clock: when it jumps over several turns, a schedule runs
 * once, as after an outage; when it jumps back, it waits for its next turn from there.
 */
export class Schedules {
  readonly #clock: ControlClock;
  readonly #run: (target: Target, event: unknown) => Promise<void>;
  readonly #schedules: Schedule[];
  readonly #running = new Set<Promise<void>>();
  readonly #stopListening: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: {
    clock: ControlClock;
    rules: readonly Resolved[];
    /** gives a target its input and resolves when it is done */
    run: (target: Target, input: unknown) => Promise<void>;
  }) {
    this.#clock = options.clock;
    this.#run = options.run;
    const now = this.#clock.now();
    this.#schedules = options.rules
      .filter((rule) => isEnabled(rule) && rule.properties.ScheduleExpression !== undefined)
      .map((rule) => toSchedule(rule, now));
    let last = this.#clock.offsetMs;
    this.#stopListening = this.#clock.onChange((offset) => {
      if (offset < last) this.#reschedule();
      last = offset;
    });
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#stopListening();
  }

  get running(): number {
    return this.#running.size;
  }

  list() {
    return this.#schedules.map(({ name, expression, dueAt }) => ({
      name,
      expression,
      nextRun: dueAt === null ? null : new Date(dueAt).toISOString(),
    }));
  }

  /** Runs a schedule now, with `at` (default: now) as its time. False when there is none of that name. */
  async runNow(name: string, at: number = this.#clock.now()): Promise<boolean> {
    const schedule = this.#schedules.find((candidate) => candidate.name === shortName(name));
    if (schedule === undefined) return false;
    await this.#fire(schedule, at);
    return true;
  }

  #tick(): void {
    const now = this.#clock.now();
    for (const schedule of this.#schedules) {
      if (schedule.dueAt === null || schedule.dueAt > now) continue;
      const due = schedule.dueAt;
      schedule.dueAt = schedule.next(now);
      void this.#fire(schedule, due);
    }
  }

  #reschedule(): void {
    const now = this.#clock.now();
    for (const schedule of this.#schedules) schedule.dueAt = schedule.next(now);
  }

  async #fire(schedule: Schedule, at: number): Promise<void> {
    const event = {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: LOCAL_ACCOUNT_ID,
      time: withoutMillis(at),
      region: LOCAL_REGION,
      resources: [schedule.arn],
      detail: {},
    };
    const run = Promise.all(
      schedule.targets.map((target) => this.#run(target, JSON.parse(inputFor(target, event)))),
    ).then(() => undefined);
    this.#running.add(run);
    await run.finally(() => this.#running.delete(run));
  }
}

function toSchedule(rule: Resolved, now: number): Schedule {
  const expression = String(rule.properties.ScheduleExpression);
  const name = shortName(rule.attributes.Ref ?? '');
  const next = parseExpression(expression, `${rule.stackName}/${rule.logicalId}`);
  return {
    name,
    expression,
    arn: rule.attributes.Arn ?? '',
    targets: (rule.properties.Targets as Target[] | undefined) ?? [],
    next,
    dueAt: next(now),
  };
}

const UNIT_MS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** `rate(5 minutes)` or `cron(0 2 * * ? *)`, which is in UTC. */
export function parseExpression(expression: string, place: string): Next {
  const rate = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression);
  if (rate !== null) {
    const period = Number(rate[1]) * (UNIT_MS[rate[2] ?? ''] ?? 0);
    return (from) => from + period;
  }
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1];
  if (fields === undefined) {
    throw new TemplateError(`${place}: schedule ${expression} is not known to the runner`);
  }
  const parsed = cron.parse(fields);
  return (from) => cron.next(parsed, new Date(from))?.getTime() ?? null;
}
