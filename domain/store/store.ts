import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { PendingEvent } from '../../events/define.ts';
import { DomainError } from '../shared/errors.ts';
import type { Context } from './context.ts';
import { classify, leavesDoubt, wasResent } from './failures.ts';
import { findReplay, idempotencyRecord, type Replay, replayOf } from './idempotency.ts';
import { outboxRows } from './outbox.ts';
import type { TablePort, TransactItem } from './port.ts';
import { createReader, type Reader } from './reader.ts';

/** What a use case decided, over what it read: the writes, who hears of it, and the answer. */
export type Decision<Result> = {
  writes: readonly TransactItem[];
  events?: readonly PendingEvent[];
  /** plain JSON: with an `Idempotency-Key` it is stored, and a retry gets this very result */
  result: Result;
};

export type Store = Reader & {
  /**
   * The one door for writes. `decide` reads, applies pure rules, and returns what to write or throws
   * a `DomainError`; it runs again, on fresh reads, whenever somebody else was faster. All writes, an
   * outbox row per event and the idempotency record commit in one transaction, or none does.
   *
   * Mint ids before calling it: a second run must plan the same ids as the first.
   * Throws `busy` (503) when the races are not over after eight seconds.
   */
  transact<Result>(
    context: Context,
    decide: () => Promise<Decision<Result>> | Decision<Result>,
  ): Promise<Result>;
};

export type StoreOptions = {
  port: TablePort;
  /** seams for the in-memory tests; the defaults are real time and real chance */
  sleep?: (milliseconds: number) => Promise<unknown>;
  random?: () => number;
  monotonic?: () => number;
  newToken?: () => string;
};

/**
 * Fifty clients at once on one row need up to thirteen tries, and on a machine with more to do than
 * it can each takes 0.4 s. With six seconds one of fifty gave up every other time; eight leave a
 * function's ten room for its answer.
 */
const RETRY_BUDGET_MS = 8_000;
const FIRST_BACKOFF_MS = 25;
/** Low, or who has lost often sleeps while newcomers win: waiting long must not make one lose. */
const LONGEST_BACKOFF_MS = 250;
const MOST_ITEMS = 100;

export function createStore(options: StoreOptions): Store {
  const { port, sleep = delay, random = Math.random, newToken = randomUUID } = options;
  const { monotonic = () => performance.now() } = options;
  const reader = createReader(port);

  /** Full jitter: anywhere between nothing and the doubled step, so that losers do not meet again. */
  const backOff = (attempt: number) =>
    sleep(random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** attempt));

  /**
   * Sends until the outcome is known: the same items under the same token are the same transaction.
   *
   *   send ─ committed, reply lost ─ resend: throttled ─ deciding again now would do it twice
   */
  async function send(items: readonly TransactItem[], deadline: number): Promise<void> {
    const token = newToken();
    let inDoubt = false;
    for (let attempt = 0; ; attempt++) {
      try {
        return await port.transactWrite(items, token);
      } catch (error) {
        const failure = classify(error);
        inDoubt ||= failure.kind === 'unknown-outcome' || wasResent(error);
        if (!inDoubt || !leavesDoubt(failure) || monotonic() > deadline) throw error;
        await backOff(attempt);
      }
    }
  }

  async function transact<Result>(
    context: Context,
    decide: () => Promise<Decision<Result>> | Decision<Result>,
  ): Promise<Result> {
    const { idempotency } = context;
    const replayIfAnswered = async (): Promise<Replay | undefined> =>
      idempotency && findReplay(reader, idempotency, context.now());
    const deadline = monotonic() + RETRY_BUDGET_MS;

    for (let attempt = 0; ; attempt++) {
      const answered = await replayIfAnswered();
      if (answered) return answered.result as Result;

      let decision: Decision<Result>;
      try {
        decision = await decide();
      } catch (refusal) {
        // A retry must not be refused by its own first success, committed after we looked.
        const answeredMeanwhile =
          refusal instanceof DomainError ? await replayIfAnswered() : undefined;
        if (answeredMeanwhile) return answeredMeanwhile.result as Result;
        throw refusal;
      }
      if (decision.writes.length === 0 && !decision.events?.length) return decision.result;

      const items = plan(context, decision);
      try {
        await send(items, deadline);
        if (idempotency) idempotency.recorded = true;
        return decision.result;
      } catch (error) {
        const failure = classify(error);
        if (failure.kind === 'defect') throw error;
        if (failure.kind === 'lost-race' && idempotency) {
          const twin = replayOf(failure.existing.at(-1), idempotency, context.now());
          if (twin) return twin.result as Result;
        }
        if (monotonic() > deadline) {
          throw new DomainError(
            'busy',
            'Too many changes at once; please try again.',
            { retryAfter: 1 },
            error,
          );
        }
        await backOff(attempt);
      }
    }
  }

  return { ...reader, transact };
}

/** The transaction of a decision; the idempotency record comes last, where a lost race looks for it. */
function plan(
  context: Context,
  { writes, events = [], result }: Decision<unknown>,
): TransactItem[] {
  const items = [...writes, ...outboxRows(context, events)];
  if (context.idempotency)
    items.push(idempotencyRecord(context.idempotency, { result }, context.now()));
  if (items.length > MOST_ITEMS)
    throw new Error(`a transaction of ${items.length} items; ${MOST_ITEMS} is the most`);
  return items;
}
