import { MINUTE, plusMilliseconds } from '../shared/instant.ts';
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
    if (row?.status === 'done' && !again) return { writes: [], result: false };
    if (!row && !begin) return { writes: [], result: false };
    const now = context.now();
    const due = dueAt(plusMilliseconds(now, UNTOUCHED_AFTER), key.subjectId);
    if (!row) {
      const first: PlatformTaskRow = {
        ...{ ...key, ...due, status: 'pending', wanted: 1, attempts: 0 },
        ...{ correlationId: context.correlationId, createdAt: now, version: 1 },
      };
      return { writes: [create(platformTaskEntity.create(first))], result: true };
    }
    const next: PlatformTaskRow = {
      ...row,
      // What is parked stays due when its pause ends.
      ...(row.parkedUntil === undefined && due),
      ...(row.status !== 'pending' && { attempts: 0 }),
      status: 'pending',
      wanted: row.wanted + 1,
      correlationId: context.correlationId,
      version: row.version + 1,
    };
    return { writes: [replace(platformTaskEntity, next)], result: true };
  });
}
