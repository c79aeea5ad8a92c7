import {
  DAY,
  HOUR,
  type Instant,
  millisecondsBetween,
  plusMilliseconds,
} from '../shared/instant.ts';
import type { Context } from './context.ts';
import { DUE_SHARDS, dueDays, dueQuery, hourOf, hourStart } from './due.ts';
import { BY_DUE } from './names.ts';
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
  /** false: no time for another day; the next run goes on from the mark */
  timeLeft?: () => boolean;
  onFailure?: (key: RowKey, error: unknown) => void;
};

const SWEEP = 'sweep';
/** How far the very first sweep looks back. */
const FIRST_LOOK_BACK = DAY;
/** Time below the mark that is looked at again: for commits that were on their way, and for the index. */
const OVERLAP = 2 * HOUR;
/** What cannot be carried out holds the mark back no longer than this, or every sweep would be long. */
const LONGEST_HOLD = 7 * DAY;
const PAGE = 100;
const AT_ONCE = 10;

/**
 * Carries out everything that has fallen due since the mark, UTC day by UTC day: what falls due again
 * on a later day that has passed too is found when its day comes. A missed run, or a clock that
 * jumped ahead, is caught up; a clock set back sweeps from its own present.
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

  for (const day of dueDays(from, now)) {
    if (!timeLeft()) {
      firstLeftOver ??= `${day}T00`;
      break;
    }
    const sweep = { day, from, now, result, onFailure };
    const leftOver = await Promise.all(
      DUE_SHARDS.map((shard) => sweepShard(context, kinds, { ...sweep, shard })),
    );
    firstLeftOver ??= leftOver.filter((hour) => hour !== undefined).sort()[0];
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

type ShardSweep = {
  day: string;
  shard: string;
  from: Instant;
  now: Instant;
  result: SweepResult;
  onFailure: (key: RowKey, error: unknown) => void;
};

/** The first hour in which something could not be carried out, unless it may not hold the mark back any more. */
async function sweepShard(
  context: Context,
  kinds: readonly DueKind[],
  { day, shard, from, now, result, onFailure }: ShardSweep,
): Promise<string | undefined> {
  let leftOver: string | undefined;
  const carryOut = async (keys: Row) => {
    const { pk, sk, [BY_DUE.sk]: dueAt } = keys as RowKey & { [BY_DUE.sk]: Instant };
    const kind = kinds.find((candidate) => candidate.owns({ pk, sk }));
    try {
      if (!kind) throw new Error('no kind of due row owns this key');
      await kind.carryOut(context, { pk, sk });
      result.done[kind.name] = (result.done[kind.name] ?? 0) + 1;
    } catch (error) {
      const hour = hourOf(dueAt);
      const holds = millisecondsBetween(hourStart(hour), now) < LONGEST_HOLD;
      if (holds && (leftOver === undefined || hour < leftOver)) leftOver = hour;
      result.failed += 1;
      onFailure({ pk, sk }, error);
    }
  };

  let after: Row | undefined;
  do {
    const page = await context.store.pageOfKeys(dueQuery(day, shard, from, now), {
      limit: PAGE,
      ...(after && { after }),
    });
    for (let first = 0; first < page.items.length; first += AT_ONCE) {
      await Promise.all(page.items.slice(first, first + AT_ONCE).map(carryOut));
    }
    after = page.lastKey;
  } while (after);
  return leftOver;
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
