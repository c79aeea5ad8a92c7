import {
  DAY,
  HOUR,
  type Instant,
  millisecondsBetween,
  plusMilliseconds,
} from '../shared/instant.ts';
import type { Context } from './context.ts';
import { DUE_SHARDS, dueQuery, hourOf, hourStart, hoursFrom } from './due.ts';
import type { Row, RowKey } from './port.ts';
import { sweepMarkEntity } from './sweep-mark.entity.ts';
import { create, replace } from './write.ts';

/**
 * One kind of row that can fall due. The index may be stale and two sweeps may meet, so `carryOut`
 * reads the row again and claims it in a transaction; finding nothing to do is its normal end.
 */
export type DueKind = {
  name: string;
  owns(key: RowKey): boolean;
  /** Throwing leaves the row due: the next sweep tries again. */
  carryOut(context: Context, key: RowKey): Promise<void>;
};

export type SweepResult = {
  /** rows carried out, by kind */
  done: Record<string, number>;
  failed: number;
  /** the hour before which nothing is left */
  mark: string;
};

export type SweepOptions = {
  /** false: no time for another hour; the next run goes on from the mark */
  timeLeft?: () => boolean;
  onFailure?: (key: RowKey, error: unknown) => void;
};

const SWEEP = 'sweep';
/** How far the very first sweep looks back. */
const FIRST_LOOK_BACK = DAY;
/** Hours below the mark that are looked at again: for commits that were on their way, and for the index. */
const OVERLAP = 2 * HOUR;
/** What cannot be carried out holds the mark back no longer than this, or every sweep would be long. */
const LONGEST_HOLD = 7 * DAY;
const PAGE = 100;
const AT_ONCE = 10;
/** After a long pause most hours are empty: asking for several at once is what makes catching up quick. */
const HOURS_AT_ONCE = 8;

/**
 * Carries out everything that has fallen due, hour by hour since the mark. A missed run, or a clock
 * that jumped ahead, is caught up; a clock set back sweeps from its own present.
 *
 *   mark 07 ─── overlap 05, 06 ─── 07 ─ 08 ─ now 09:12   -> mark 09
 */
export async function sweepDue(
  context: Context,
  kinds: readonly DueKind[],
  { timeLeft = () => true, onFailure = () => {} }: SweepOptions = {},
): Promise<SweepResult> {
  const now = context.now();
  const mark = await context.store.get(sweepMarkEntity, sweepMarkEntity.get({ sweep: SWEEP }));
  const from = startOf(mark?.hour, now);
  const result: SweepResult = { done: {}, failed: 0, mark: hourOf(now) };
  let firstLeftOver: string | undefined;

  const hours = hoursFrom(hourOf(from), hourOf(now));
  for (let first = 0; first < hours.length; first += HOURS_AT_ONCE) {
    if (!timeLeft()) {
      firstLeftOver ??= hours[first];
      break;
    }
    const failures = await Promise.all(
      hours.slice(first, first + HOURS_AT_ONCE).flatMap((hour) =>
        DUE_SHARDS.map(async (shard) => {
          const count = await sweepShard(context, kinds, { hour, shard, now, result, onFailure });
          return count > 0 ? heldAt(hour, now) : undefined;
        }),
      ),
    );
    firstLeftOver ??= failures.find((hour) => hour !== undefined);
  }
  result.mark = firstLeftOver ?? hourOf(now);
  await saveMark(context, result.mark);
  return result;
}

function startOf(mark: string | undefined, now: Instant): Instant {
  if (mark === undefined) return plusMilliseconds(now, -FIRST_LOOK_BACK);
  const reached = hourStart(mark);
  return plusMilliseconds(reached < now ? reached : now, -OVERLAP);
}

function heldAt(hour: string, now: Instant): string | undefined {
  return millisecondsBetween(hourStart(hour), now) < LONGEST_HOLD ? hour : undefined;
}

type ShardSweep = {
  hour: string;
  shard: string;
  now: Instant;
  result: SweepResult;
  onFailure: (key: RowKey, error: unknown) => void;
};

async function sweepShard(
  context: Context,
  kinds: readonly DueKind[],
  { hour, shard, now, result, onFailure }: ShardSweep,
): Promise<number> {
  let failed = 0;
  const carryOut = async (key: RowKey) => {
    const kind = kinds.find((candidate) => candidate.owns(key));
    try {
      if (!kind) throw new Error('no kind of due row owns this key');
      await kind.carryOut(context, key);
      result.done[kind.name] = (result.done[kind.name] ?? 0) + 1;
    } catch (error) {
      failed += 1;
      result.failed += 1;
      onFailure(key, error);
    }
  };

  let after: Row | undefined;
  do {
    const page = await context.store.pageOfKeys(dueQuery(hour, shard, now), {
      limit: PAGE,
      ...(after && { after }),
    });
    for (let first = 0; first < page.items.length; first += AT_ONCE) {
      await Promise.all(page.items.slice(first, first + AT_ONCE).map(carryOut));
    }
    after = page.lastKey;
  } while (after);
  return failed;
}

async function saveMark(context: Context, hour: string): Promise<void> {
  const { store } = context;
  await store.transact(context, async () => {
    const mark = await store.get(sweepMarkEntity, sweepMarkEntity.get({ sweep: SWEEP }));
    if (mark?.hour === hour) return { writes: [], result: null };
    const next = { sweep: SWEEP, hour, version: (mark?.version ?? 0) + 1 };
    const write = mark ? replace(sweepMarkEntity, next) : create(sweepMarkEntity.create(next));
    return { writes: [write], result: null };
  });
}
