import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ChainHead, EntryContent, PersonalPart, RecordEntry } from './entry.ts';

/** What the first entry names as its predecessor, and the head of an empty record. */
export const NO_HASH = '0'.repeat(64);
export const EMPTY_CHAIN: ChainHead = { count: 0, hash: NO_HASH };

/** What is known of an entry before its place in the chain. */
export type NewEntry = Omit<
  EntryContent,
  'format' | 'sequence' | 'personalDigest' | 'previousHash'
> & { personal: PersonalPart };

/** The next entry of a chain, and the head it then has. */
export function append(
  head: ChainHead,
  { personal, ...said }: NewEntry,
): { entry: RecordEntry; content: EntryContent; head: ChainHead } {
  const content: EntryContent = {
    format: 1,
    sequence: head.count + 1,
    ...said,
    personalDigest: digestOf(personal),
    previousHash: head.hash,
  };
  const text = canonical(content);
  const hash = sha256(text);
  return {
    entry: { sequence: content.sequence, content: text, hash, personal },
    content,
    head: { count: content.sequence, hash },
  };
}

/** Why an entry does not hold. `missing`: the chain says that it existed, and it is not there. */
export type Problem =
  | 'missing'
  | 'unexpected'
  | 'altered'
  | 'wrong_place'
  | 'personal_part_altered'
  | 'head_altered';

export type Verification = {
  valid: boolean;
  /** how many entries there are */
  entries: number;
  /** the hash of the last entry, as the record itself computes it; null when there is none */
  head: string | null;
  /** the first entry that does not hold: its place and, when it can be told, its id */
  firstBrokenEntry: { sequence: number; id: string | null; problem: Problem } | null;
};

/**
 * Walks a record from its first entry: every content canonical, hashed as it says, in its place,
 * naming the hash before it, with its personal part (unless erased) as it was. Then the head: as many
 * entries as it counts, and the hash it names. `expectedHead` is one that somebody noted elsewhere, in
 * a mail for instance: it must be the hash of some entry, or the chain was rewritten.
 *
 * Needs nothing but the entries, in the order they were found: rows and an exported document alike.
 */
export function verifyRecord(
  owner: { schoolId: string; studentId: string },
  entries: readonly RecordEntry[],
  head: ChainHead | null,
  expectedHead?: string,
): Verification {
  const broken = firstBroken(owner, entries, head ?? EMPTY_CHAIN, expectedHead);
  return {
    valid: broken === null,
    entries: entries.length,
    head: entries.length > 0 ? (entries.at(-1)?.hash ?? null) : null,
    firstBrokenEntry: broken,
  };
}

function firstBroken(
  owner: { schoolId: string; studentId: string },
  entries: readonly RecordEntry[],
  head: ChainHead,
  expectedHead: string | undefined,
): Verification['firstBrokenEntry'] {
  let previous = NO_HASH;
  for (const [i, entry] of entries.entries()) {
    const sequence = i + 1;
    const problem = problemOf(owner, entry, sequence, previous);
    if (problem) return { sequence, id: idOf(entry), problem };
    previous = entry.hash;
  }
  const { length } = entries;
  if (length < head.count) return { sequence: length + 1, id: null, problem: 'missing' };
  if (length > head.count) {
    const sequence = head.count + 1;
    return { sequence, id: idOf(entries[head.count]), problem: 'unexpected' };
  }
  if (previous !== head.hash) {
    return { sequence: length, id: idOf(entries[length - 1]), problem: 'head_altered' };
  }
  const known = expectedHead === undefined || entries.some(({ hash }) => hash === expectedHead);
  return known ? null : { sequence: 1, id: idOf(entries[0]), problem: 'altered' };
}

function problemOf(
  { schoolId, studentId }: { schoolId: string; studentId: string },
  entry: RecordEntry,
  sequence: number,
  previous: string,
): Problem | null {
  if (entry.sequence !== sequence) return entry.sequence > sequence ? 'missing' : 'wrong_place';
  const content = contentOf(entry);
  if (!content || sha256(entry.content) !== entry.hash) return 'altered';
  const itsOwn = content.schoolId === schoolId && content.studentId === studentId;
  if (!itsOwn || content.sequence !== sequence || content.previousHash !== previous) {
    return 'wrong_place';
  }
  const { personal } = entry;
  return personal && digestOf(personal) !== content.personalDigest ? 'personal_part_altered' : null;
}

/** What an entry says; null for a text that is not the canonical JSON of an object. */
export function contentOf(entry: Pick<RecordEntry, 'content'>): EntryContent | null {
  try {
    const content = JSON.parse(entry.content) as EntryContent;
    return typeof content === 'object' && content !== null && canonical(content) === entry.content
      ? content
      : null;
  } catch {
    return null;
  }
}

function idOf(entry: RecordEntry | undefined): string | null {
  const id = entry && contentOf(entry)?.signatureId;
  return typeof id === 'string' ? id : null;
}

function digestOf(personal: PersonalPart): string {
  return sha256(canonical(personal));
}

function canonical(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('no JSON value');
  return text;
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
