import { setTimeout as delay } from 'node:timers/promises';
import { DomainError } from '../shared/errors.ts';
import { type Instant, millisecondsBetween, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import { replace } from '../store/write.ts';
import { endPause, type Pause, pausedUntil, pausePlatform, readPause } from './platform-pause.ts';
import { type PlatformTaskRow, platformTaskEntity } from './platform-task.entity.ts';
import { RemoteError } from './remote-error.ts';
import type { TaskKey } from './want-task.ts';

/** Tries by the queue, seconds apart, before the platform is left alone for minutes. */
const QUICK_TRIES = 3;
/** Longer than any call; its holder does not call once too little of it is left. */
const CLAIM_FOR = 15_000;
const NEEDED_TO_CALL = 7_000;
const LOOK_AGAIN_AFTER = 500;
const LONGEST_WAIT = CLAIM_FOR + 2_000;

/** What a platform said. `told` is a hash of what it knows now; null: there was nothing new to tell. */
export type Told = { told: string; externalId?: string } | null;

export type TaskOptions = {
  /** how often the queue has handed this message out; a redrive begins at 1 again */
  receiveCount: number;
  /** told when the platform is left alone: how long it has been failing, in seconds */
  onPause?: (pause: Pause) => void;
  wait?: (milliseconds: number) => Promise<unknown>;
};

/**
 * Tells a platform one thing. Returns when there is nothing left to do for this message; throws when
 * the queue is to try again.
 *
 *   fails ─ queue: 5 s, 15 s ─ fails a third time ─ the platform is left alone, the task is parked
 *   parked ─ sweep, when the pause ends ─ queue ─ one try ─ parked again, for longer, or done
 *   refused ─ thrown without another call until the queue gives it up: a dead letter, an alarm
 *   redriven ─ received for the first time again ─ one more call
 */
export async function carryOutTask(
  context: Context,
  key: TaskKey,
  call: (row: PlatformTaskRow) => Promise<Told>,
  options: TaskOptions,
): Promise<void> {
  for (;;) {
    const row = await claim(context, key, options);
    if (!row) return;
    let told: Told;
    try {
      if (millisecondsBetween(context.now(), row.claimedUntil as Instant) < NEEDED_TO_CALL) {
        throw new RemoteError('retry', 'claim_ran_out');
      }
      told = await call(row);
    } catch (error) {
      if (await settleFailure(context, row, error, options)) return;
      throw error;
    }
    await endPause(context, key.platform);
    if (await settleSuccess(context, row, told)) return;
  }
}

/** The row, claimed for this worker; null when there is nothing to do now. Throws when others keep it. */
async function claim(
  context: Context,
  key: TaskKey,
  { receiveCount, wait = delay }: TaskOptions,
): Promise<PlatformTaskRow | null> {
  const { store } = context;
  const started = context.now();
  for (;;) {
    const outcome = await store.transact<PlatformTaskRow | { takenUntil: Instant } | null>(
      context,
      async () => {
        const nothing = { writes: [], result: null };
        const row = await store.get(platformTaskEntity, platformTaskEntity.get(key));
        const now = context.now();
        if (!row || row.status === 'done') return nothing;
        if (row.claimedUntil !== undefined && row.claimedUntil > now) {
          return { writes: [], result: { takenUntil: row.claimedUntil as Instant } };
        }
        if (row.status === 'refused' && receiveCount > 1) {
          throw new RemoteError('retry', 'refused_before');
        }
        if (row.parkedUntil !== undefined && row.parkedUntil > now) return nothing;
        const paused = pausedUntil(await readPause(store, key.platform), now);
        if (paused) return { writes: [parked(row, paused)], result: null };
        const { parkedUntil: _, ...rest } = row;
        const next: PlatformTaskRow = {
          // Its message is in a worker's hands, later in the queue or among the dead letters.
          ...(notDue(rest) as PlatformTaskRow),
          status: 'pending',
          attempts: row.attempts + 1,
          claimedUntil: plusMilliseconds(now, CLAIM_FOR),
          version: row.version + 1,
        };
        return { writes: [replace(platformTaskEntity, next)], result: next };
      },
    );
    if (outcome === null || !('takenUntil' in outcome)) return outcome;
    if (millisecondsBetween(started, context.now()) > LONGEST_WAIT)
      throw new DomainError('busy', 'Another worker has this task.');
    const left = millisecondsBetween(context.now(), outcome.takenUntil);
    await wait(Math.max(10, Math.min(left, LOOK_AGAIN_AFTER)));
  }
}

/** The task waits for the sweep; a little apart from the others, so that the first one tries the platform alone. */
function parked(row: PlatformTaskRow, until: Instant) {
  const { claimedUntil: _, ...rest } = row;
  return replace(platformTaskEntity, {
    ...rest,
    ...dueAt(until, row.subjectId),
    parkedUntil: until,
    version: row.version + 1,
  });
}

/** True when the failure is dealt with: the task is parked and its message is done. */
async function settleFailure(
  context: Context,
  row: PlatformTaskRow,
  error: unknown,
  { onPause = () => {} }: TaskOptions,
): Promise<boolean> {
  const remote = error instanceof RemoteError ? error : null;
  const pauses = (await readPause(context.store, row.platform))?.failures ?? 0;
  const parks = remote?.kind === 'retry' && mustPark(row, remote, pauses);
  // The row says why before anything else may fail.
  await saved(context, row, ({ claimedUntil, ...rest }) => ({
    ...rest,
    // Given up on and claimed by another: that one lets it go.
    ...(claimedUntil !== undefined && claimedUntil !== row.claimedUntil && { claimedUntil }),
    ...(remote?.kind === 'refused' && { status: 'refused' as const }),
    lastError: remote?.code ?? 'internal_error',
  }));
  if (!parks) return false;
  const pause = await pausePlatform(context, row.platform, remote.retryAfterSeconds);
  onPause(pause);
  await saved(context, row, (current) => ({
    ...current,
    ...dueAt(pause.until, row.subjectId),
    parkedUntil: pause.until,
  }));
  return true;
}

/**
 * One call after a pause is enough to see that it still fails. A queue waits 15 minutes at most:
 * whoever asks for longer is waited for by the row.
 */
function mustPark(
  { attempts }: PlatformTaskRow,
  { retryAfterSeconds }: RemoteError,
  pauses: number,
): boolean {
  return attempts >= QUICK_TRIES || pauses > 0 || (retryAfterSeconds ?? 0) > 900;
}

/** True when all that was wished is told; false: something was wished during the call. */
async function settleSuccess(context: Context, row: PlatformTaskRow, told: Told): Promise<boolean> {
  let done = true;
  await saved(context, row, ({ claimedUntil: _c, lastError: _e, ...rest }) => {
    done = rest.wanted === row.wanted;
    return {
      ...(done ? (notDue(rest) as PlatformTaskRow) : rest),
      ...(told ?? {}),
      attempts: 0,
      status: done ? ('done' as const) : ('pending' as const),
      doneAt: context.now(),
    };
  });
  return done;
}

/** Rewrites the row as it is now. */
function saved(
  context: Context,
  { schoolId, platform, subjectId }: PlatformTaskRow,
  change: (current: PlatformTaskRow) => PlatformTaskRow,
): Promise<null> {
  const { store } = context;
  const key = { schoolId, platform, subjectId };
  return store.transact<null>(context, async () => {
    const current = await store.get(platformTaskEntity, platformTaskEntity.get(key));
    if (!current) return { writes: [], result: null };
    const next = { ...change(current), version: current.version + 1 };
    return { writes: [replace(platformTaskEntity, next)], result: null };
  });
}
