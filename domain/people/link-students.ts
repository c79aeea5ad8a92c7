import type { Context } from '../store/context.ts';
import type { Store } from '../store/store.ts';
import { create } from '../store/write.ts';
import { acquaintanceEntity } from './acquaintance.entity.ts';

/**
 * Remembers who was booked with a teacher. Told by events, not written with the booking: a class of
 * 45 would not fit its transaction otherwise. Repeating it writes nothing.
 */
export async function linkStudents(
  context: Context,
  schoolId: string,
  teacherId: string,
  studentIds: readonly string[],
): Promise<void> {
  if (studentIds.length === 0) return;
  await context.store.transact(context, async () => {
    const keys = studentIds.map((studentId) => ({ schoolId, teacherId, studentId }));
    const known = await context.store.getAll(
      ...keys.map((key) => [acquaintanceEntity, acquaintanceEntity.get(key)] as const),
    );
    const fresh = keys.filter((_, i) => known[i] === null);
    return {
      writes: fresh.map((key) => create(acquaintanceEntity.create(key))),
      result: undefined,
    };
  });
}

/** Everybody who was ever booked with a teacher here. */
export async function studentsBookedWith(
  store: Store,
  schoolId: string,
  teacherId: string,
): Promise<ReadonlySet<string>> {
  const rows = await store.all(
    acquaintanceEntity,
    acquaintanceEntity.query.byTeacher({ schoolId, teacherId }),
  );
  return new Set(rows.map(({ studentId }) => studentId));
}
