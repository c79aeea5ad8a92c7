import { randomUUID } from 'node:crypto';
import type { ControlClock } from '../parts/clock.ts';
import { LOCAL_ACCOUNT_ID, LOCAL_REGION } from '../parts/constants.ts';
import type { Journal } from '../parts/json-file.ts';
import type { Resolved } from '../template/model.ts';
import { shortName } from '../template/model.ts';
import { type EventPattern, matchesPattern } from './pattern.ts';
import { inputFor, type Target } from './target-input.ts';

export type BusEvent = {
  version: '0';
  id: string;
  'detail-type': string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: unknown;
};

export type Deliver = {
  /** puts a message into the queue of this ARN; rejects when it does not exist */
  toQueue(queueArn: string, body: string): Promise<void>;
  /** runs a function and resolves when it is done; rejects when it failed */
  toFunction(functionArn: string, event: unknown): Promise<void>;
};

type Rule = {
  name: string;
  arn: string;
  bus: string;
  pattern: EventPattern | null;
  targets: Target[];
};

type PutEntry = {
  Source?: string;
  DetailType?: string;
  Detail?: string;
  EventBusName?: string;
  Time?: number;
  Resources?: string[];
};

/** An event that the bus has taken, with the bus and the rules it met. */
export type CarriedEvent = BusEvent & { bus: string; rules: string[] };

const MAX_ENTRIES = 10;
const MAX_ENTRY_BYTES = 256 * 1024;

/**
 * EventBridge by the template's rules. Events reach their queues before PutEvents is answered, so
 * nothing is on its way when this process ends; a target that fails gets its dead-letter queue.
 */
export class EventBus {
  readonly #clock: ControlClock;
  readonly #deliver: Deliver;
  readonly #buses: ReadonlySet<string>;
  readonly #rules: Rule[];
  readonly #carried: Journal<CarriedEvent>;
  #underway = 0;

  constructor(options: {
    clock: ControlClock;
    buses: readonly Resolved[];
    rules: readonly Resolved[];
    deliver: Deliver;
    /** outlives the bus: what tests hold against the rows must not have been forgotten */
    carried: Journal<CarriedEvent>;
  }) {
    this.#carried = options.carried;
    this.#clock = options.clock;
    this.#deliver = options.deliver;
    this.#buses = new Set(['default', ...options.buses.map((bus) => bus.attributes.Name ?? '')]);
    this.#rules = options.rules.filter(isEnabled).map(toRule);
  }

  /** Every event as long as the data are kept, oldest first, each with the rules it met. */
  get carried(): readonly unknown[] {
    return this.#carried.entries;
  }

  /** Deliveries that have not ended. */
  get underway(): number {
    return this.#underway;
  }

  /** The EventBridge API, as far as functions use it. */
  async answer(action: string, body: unknown): Promise<{ status: number; body: unknown }> {
    if (action !== 'PutEvents') {
      return { status: 400, body: { __type: 'UnknownOperationException', message: action } };
    }
    const entries = (body as { Entries?: PutEntry[] }).Entries ?? [];
    if (entries.length < 1 || entries.length > MAX_ENTRIES) {
      const message = `Entries: 1 to ${MAX_ENTRIES} are accepted, not ${entries.length}`;
      return { status: 400, body: { __type: 'ValidationException', message } };
    }
    const results = await Promise.all(entries.map((entry) => this.#put(entry)));
    const failed = results.filter((result) => 'ErrorCode' in result).length;
    return { status: 200, body: { FailedEntryCount: failed, Entries: results } };
  }

  /** An event of a service of AWS, which speaks to the default bus. */
  async putFromService(source: string, detailType: string, detail: object) {
    const entry = { Source: source, DetailType: detailType, Detail: JSON.stringify(detail) };
    return this.#put(entry);
  }

  async #put(entry: PutEntry) {
    const bus = entry.EventBusName?.split('/').at(-1) ?? 'default';
    const detail = parseDetail(entry.Detail);
    if (!entry.Source || !entry.DetailType || detail === undefined) {
      return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
    }
    if (Buffer.byteLength(entry.Detail ?? '') > MAX_ENTRY_BYTES) {
      return {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: 'Total size of the entry is too large.',
      };
    }
    const event: BusEvent = {
      version: '0',
      id: randomUUID(),
      'detail-type': entry.DetailType,
      source: entry.Source,
      account: LOCAL_ACCOUNT_ID,
      time: withoutMillis(entry.Time === undefined ? this.#clock.now() : entry.Time * 1000),
      region: LOCAL_REGION,
      resources: entry.Resources ?? [],
      detail,
    };
    // As the service does: an event for a bus that does not exist is taken and lost.
    if (this.#buses.has(bus)) await this.#carry(bus, event);
    return { EventId: event.id };
  }

  async #carry(bus: string, event: BusEvent): Promise<void> {
    const rules = this.#rules.filter(
      (rule) => rule.bus === bus && rule.pattern !== null && matchesPattern(rule.pattern, event),
    );
    this.#carried.add({ ...event, bus, rules: rules.map((rule) => shortName(rule.name)) });
    const deliveries = rules.flatMap((rule) =>
      rule.targets.map((target) => this.send(target, event, rule.arn)),
    );
    await Promise.all(deliveries);
  }

  /** Gives an event to one target; queues are waited for, functions run on. Never rejects. */
  async send(target: Target, event: unknown, ruleArn: string): Promise<void> {
    this.#underway += 1;
    const input = inputFor(target, event);
    const isQueue = target.Arn.split(':')[2] === 'sqs';
    const delivery = (
      isQueue
        ? this.#deliver.toQueue(target.Arn, input)
        : this.#deliver.toFunction(target.Arn, JSON.parse(input))
    )
      .catch(() => this.#bury(target, input, ruleArn))
      .finally(() => {
        this.#underway -= 1;
      });
    if (isQueue) await delivery;
  }

  async #bury(target: Target, input: string, ruleArn: string): Promise<void> {
    const queue = target.DeadLetterConfig?.Arn;
    if (queue === undefined) {
      console.error(`bus: ${ruleArn} could not reach ${target.Arn}, and has no dead-letter queue`);
      return;
    }
    await this.#deliver.toQueue(queue, input).catch((error: unknown) => {
      console.error(`bus: dead-letter queue ${queue}: ${String(error)}`);
    });
  }
}

export function isEnabled(rule: Resolved): boolean {
  return rule.properties.State !== 'DISABLED';
}

function toRule(rule: Resolved): Rule {
  return {
    name: rule.attributes.Ref ?? '',
    arn: rule.attributes.Arn ?? '',
    bus:
      String(rule.properties.EventBusName ?? 'default')
        .split('/')
        .at(-1) ?? 'default',
    pattern: (rule.properties.EventPattern as EventPattern | undefined) ?? null,
    targets: (rule.properties.Targets as Target[] | undefined) ?? [],
  };
}

function parseDetail(detail: string | undefined): unknown {
  try {
    const parsed: unknown = JSON.parse(detail ?? '');
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
      ? parsed
      : undefined;
  } catch {
    return undefined;
  }
}

/** EventBridge tells whole seconds: `2026-11-22T09:00:00Z`. */
export function withoutMillis(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
