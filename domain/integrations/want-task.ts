import { type Instant, MINUTE, plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt } from '../store/due.ts';
import { create, replace } from '../store/write.ts';
import type { Platform } from './platform.ts';
import { type PlatformTaskRow, platformTaskEntity } from './platform-task.entity.ts';

/** A pending task that nobody has worked for this long has lost its queue message. */
export const UNTOUCHED_AFTER = 15 * MINUTE;

export type TaskKey = { schoolId: string; platform: Platform; subjectId: string };

export type Wish = {
  /** a student is provisioned once; a school's profile is told again with every change */
  again: boolean;
  /** whether there is anything to tell where nothing was ever told */
  begin: boolean;
};

/**
 * Notes that a platform is to be told. Returns true when a message is to be enqueued: the row comes
 * first, so a crash between the two leaves a pending row that the next copy of the event, or the
 * sweep, enqueues.
 */
export function wantTask(context: Context, key: TaskKey, { again, begin }: Wish): Promise<boolean> {
  const { store } = context;
  return store.transact<boolean>(context, async () => {
    const row = await store.get(platformTaskEntity, platformTaskEntity.get(key));
    // Done without a word: there was nothing to tell then, as while the school had opted out.
    if (row?.status === 'done' && !again && row.told !== undefined) {
      return { writes: [], result: false };
    }
    if (!row && !begin) return { writes: [], result: false };
    const write = row
      ? replace(platformTaskEntity, wishedAgain(context, row))
      : create(platformTaskEntity.create(firstTask(context, key)));
    return { writes: [write], result: true };
  });
}

/** A task as it is wished for the first time. */
export function firstTask(context: Context, key: TaskKey): PlatformTaskRow {
  const { correlationId } = context;
  const createdAt = context.now();
  return {
    ...{ ...key, ...untouched(key, createdAt), status: 'pending', wanted: 1, attempts: 0 },
    ...{ correlationId, createdAt, version: 1 },
  };
}

/** A task that is wished once more. */
export function wishedAgain(context: Context, row: PlatformTaskRow): PlatformTaskRow {
  return {
    ...row,
    // What is parked stays due when its pause ends.
    ...(row.parkedUntil === undefined && untouched(row, context.now())),
    ...(row.status !== 'pending' && { attempts: 0 }),
    status: 'pending',
    wanted: row.wanted + 1,
    correlationId: context.correlationId,
    version: row.version + 1,
  };
}

function untouched({ subjectId }: TaskKey, now: Instant) {
  return dueAt(plusMilliseconds(now, UNTOUCHED_AFTER), subjectId);
}
