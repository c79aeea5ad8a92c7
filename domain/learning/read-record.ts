import type { Page, PageOptions } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import { chainEntity } from './chain.entity.ts';
import { type Verification, verifyRecord } from './chain.ts';
import type { ChainHead, RecordEntry } from './entry.ts';
import { personalPartEntity } from './personal-part.entity.ts';
import { type RecordEntryRow, recordEntryEntity } from './record.entity.ts';

/** A student's whole record, as `verifyRecord` takes it and an export carries it. */
export type StudentRecord = {
  schoolId: string;
  studentId: string;
  head: ChainHead | null;
  entries: RecordEntry[];
};

const MOST_LOOKS = 5;

/**
 * A student's whole record at one moment. Its rows are read one page after another, so the head is
 * read before and after: an entry that was added meanwhile must not look like one too many.
 */
export async function readRecord(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<StudentRecord> {
  const owner = { schoolId, studentId };
  for (let look = 1; ; look++) {
    const before = await store.get(chainEntity, chainEntity.get(owner));
    const [rows, parts] = await Promise.all([
      store.all(recordEntryEntity, recordEntryEntity.query.bySequence(owner)),
      store.all(personalPartEntity, personalPartEntity.query.bySequence(owner)),
    ]);
    const after = await store.get(chainEntity, chainEntity.get(owner));
    if (before?.version !== after?.version && look < MOST_LOOKS) continue;
    const personal = new Map(parts.map((part) => [part.sequenceKey, part.personal]));
    return {
      ...owner,
      head: after && { count: after.count, hash: after.hash },
      entries: rows.map((row) => recordEntry(row, personal.get(row.sequenceKey) ?? null)),
    };
  }
}

/** A row and its personal part as the one entry they are. */
function recordEntry(
  { sequenceKey, content, hash }: RecordEntryRow,
  personal: RecordEntry['personal'],
): RecordEntry {
  return { sequence: Number(sequenceKey), content, hash, personal };
}

/** Whether a student's stored record holds, and if not, which entry is the first that does not. */
export async function verifyStored(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<Verification> {
  const { entries, head } = await readRecord(store, schoolId, studentId);
  return verifyRecord({ schoolId, studentId }, entries, head);
}

/** The entries of a record, a page at a time: a query, and a batch of their personal parts. */
export async function pageRecord(
  store: Store,
  schoolId: string,
  studentId: string,
  options: PageOptions,
): Promise<Page<RecordEntry>> {
  const owner = { schoolId, studentId };
  const query = recordEntryEntity.query.bySequence(owner);
  const page = await store.page(recordEntryEntity, query, options);
  const parts = await store.getAll(
    ...page.items.map(
      ({ sequenceKey }) =>
        [personalPartEntity, personalPartEntity.get({ ...owner, sequenceKey })] as const,
    ),
  );
  return {
    ...page,
    items: page.items.map((row, i) => recordEntry(row, parts[i]?.personal ?? null)),
  };
}
