import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { balanceEntity, ledgerEntryEntity } from './ledger.entity.ts';
import { type BalanceSums, balanceOf, NO_SUMS, posted, sequenceKey } from './ledger.ts';

export type Rebuilt = {
  studentId: string;
  entries: number;
  /** what the row says, and what the entries say; equal when all is well */
  stated: BalanceSums & { entries: number };
  summed: BalanceSums & { entries: number };
  /** the first entry that is out of order or states a wrong balance after it */
  firstWrongEntry: string | null;
  isRight: boolean;
};

/**
 * Adds up a student's ledger from the first entry and holds the balance against it. With `repair` the
 * balance takes the sums of the entries, under its version: they are what is true. Null: no money yet.
 */
export async function rebuildBalance(
  context: Context,
  { schoolId, studentId }: { schoolId: string; studentId: string },
  { repair }: { repair: boolean },
): Promise<Rebuilt | null> {
  const { store } = context;
  return store.transact<Rebuilt | null>(context, async () => {
    const balance = await store.get(balanceEntity, balanceEntity.get({ schoolId, studentId }));
    const query = ledgerEntryEntity.query.bySequence({ schoolId, studentId });
    const entries = await store.all(ledgerEntryEntity, query);
    if (!balance && entries.length === 0) return { writes: [], result: null };
    let sums: BalanceSums = NO_SUMS;
    let firstWrongEntry: string | null = null;
    for (const [i, entry] of entries.entries()) {
      sums = posted(sums, entry.kind, entry.amount);
      const isRight =
        entry.sequenceKey === sequenceKey(i + 1) && entry.balanceAfter === balanceOf(sums);
      if (!isRight) firstWrongEntry ??= entry.sequenceKey;
    }
    const summed = { ...partsOf(sums), entries: entries.length };
    const stated = { ...partsOf(balance ?? NO_SUMS), entries: balance?.entries ?? 0 };
    const isRight = JSON.stringify(stated) === JSON.stringify(summed);
    const next = balance && { ...balance, ...summed, version: balance.version + 1 };
    return {
      writes: repair && !isRight && next ? [replace(balanceEntity, next)] : [],
      result: { studentId, entries: entries.length, stated, summed, firstWrongEntry, isRight },
    };
  });
}

function partsOf({ issued, fees, credited, paid, refunded, disputed }: BalanceSums): BalanceSums {
  return { issued, fees, credited, paid, refunded, disputed };
}
