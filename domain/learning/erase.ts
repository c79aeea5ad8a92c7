import type { Context } from '../store/context.ts';
import { remove } from '../store/write.ts';
import { personalPartEntity } from './personal-part.entity.ts';

/** A transaction holds 100 items; the record of a whole education is a few of them. */
const AT_ONCE = 90;

/**
 * Erases what is personal of a student's record: names, handwriting, notes, reasons and objections.
 * What remains are the entries with their salted digests, so that the chain still verifies and nobody
 * can tell from it what stood there. Returns how many parts were erased; repeating it erases none.
 */
export async function erasePersonalParts(
  context: Context,
  schoolId: string,
  studentId: string,
): Promise<number> {
  const { store } = context;
  for (let erased = 0; ; ) {
    const now = await store.transact(context, async () => {
      const query = personalPartEntity.query.bySequence({ schoolId, studentId });
      const { items } = await store.page(personalPartEntity, query, { limit: AT_ONCE });
      return {
        writes: items.map(({ sequenceKey }) =>
          remove(
            personalPartEntity
              .remove({ schoolId, studentId, sequenceKey })
              .where(({ sequenceKey: key }, { eq }) => eq(key, sequenceKey)),
          ),
        ),
        result: items.length,
      };
    });
    if (now === 0) return erased;
    erased += now;
  }
}
