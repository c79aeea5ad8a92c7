import { pageStudents } from '../people/read-people.ts';
import { readSettings } from '../schools/read-schools.ts';
import { plusMilliseconds } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import { create, replace } from '../store/write.ts';
import type { IntegrationQueues } from './integration-queues.ts';
import { type PlatformTaskRow, platformTaskEntity } from './platform-task.entity.ts';
import { firstTask, UNTOUCHED_AFTER, wishedAgain } from './want-task.ts';

/** Students that one transaction looks at: a task each at most, and the roll's own row. */
const CHUNK = 25;
/** At one go a thousand students; the sweep goes on from there, so that nothing else waits for a large school. */
const CHUNKS = 40;

/**
 * Notes that all students of a school are to have an account with e-teori.dk: those, too, who were
 * enrolled before it opted in. The row is the school's own task at e-teori; it holds how far the roll
 * has come. Wished again, it begins anew: whoever has been told is passed over.
 */
export async function wantRoll(context: Context, schoolId: string): Promise<void> {
  const { store } = context;
  await store.transact(context, async () => {
    const row = await readRoll(context, schoolId);
    const write = row
      ? replace(platformTaskEntity, wishedAgain(context, withoutCursor(row)))
      : create(platformTaskEntity.create(firstTask(context, keyOf(schoolId))));
    return { writes: [write], result: null };
  });
}

/**
 * Goes on with the roll, a chunk of students in a transaction with how far it came: a second worker,
 * a crash or a copy of the event plans nobody twice. Students who became active meanwhile have an
 * event of their own.
 */
export async function planRoll(
  context: Context,
  schoolId: string,
  queues: IntegrationQueues,
): Promise<void> {
  for (let left = CHUNKS; left > 0; left--) {
    const chunk = await planChunk(context, schoolId, left === 1);
    if (!chunk) return;
    await Promise.all(chunk.map((subjectId) => queues.enqueue('e-teori', { schoolId, subjectId })));
  }
}

/** The students of one chunk who are to be told, or null when the roll is at its end. */
function planChunk(
  context: Context,
  schoolId: string,
  isLastOfThisGo: boolean,
): Promise<string[] | null> {
  const { store } = context;
  return store.transact<string[] | null>(context, async () => {
    const roll = await readRoll(context, schoolId);
    if (roll?.status !== 'pending') return { writes: [], result: null };
    const { settings } = await readSettings(store, schoolId);
    if (!settings.integrations.eTeori) {
      return { writes: [replace(platformTaskEntity, finished(context, roll))], result: null };
    }
    const { items, lastKey } = await pageStudents(store, schoolId, {
      limit: CHUNK,
      ...(roll.cursor && { after: roll.cursor }),
    });
    const active = items.filter(({ status }) => status === 'active');
    const writes = await untold(
      context,
      schoolId,
      active.map(({ personId }) => personId),
    );
    const now = context.now();
    const next = lastKey
      ? {
          ...roll,
          cursor: lastKey,
          ...dueAt(plusMilliseconds(now, isLastOfThisGo ? 0 : UNTOUCHED_AFTER), schoolId),
          version: roll.version + 1,
        }
      : finished(context, roll);
    return {
      writes: [replace(platformTaskEntity, next), ...writes.map(({ write }) => write)],
      result: writes.map(({ personId }) => personId),
    };
  });
}

/** Tasks for those who have none yet, or whose own came to nothing because the school had opted out. */
async function untold(context: Context, schoolId: string, personIds: readonly string[]) {
  const keys = personIds.map((subjectId) => ({ ...keyOf(schoolId), subjectId }));
  const tasks = await context.store.getAll(
    ...keys.map((key) => [platformTaskEntity, platformTaskEntity.get(key)] as const),
  );
  return keys.flatMap((key, i) => {
    const task = tasks[i];
    const personId = key.subjectId;
    if (!task) {
      return [{ personId, write: create(platformTaskEntity.create(firstTask(context, key))) }];
    }
    if (task.status !== 'done' || task.told !== undefined) return [];
    return [{ personId, write: replace(platformTaskEntity, wishedAgain(context, task)) }];
  });
}

/** The school's own task at e-teori.dk. */
function keyOf(schoolId: string) {
  return { schoolId, platform: 'e-teori' as const, subjectId: schoolId };
}

function readRoll({ store }: Context, schoolId: string): Promise<PlatformTaskRow | null> {
  return store.get(platformTaskEntity, platformTaskEntity.get(keyOf(schoolId)));
}

function finished(context: Context, roll: PlatformTaskRow): PlatformTaskRow {
  return {
    ...(notDue(withoutCursor(roll)) as PlatformTaskRow),
    ...{ status: 'done', doneAt: context.now(), version: roll.version + 1 },
  };
}

function withoutCursor({ cursor: _, ...rest }: PlatformTaskRow): PlatformTaskRow {
  return rest;
}
