import { contentOf } from './chain.ts';
import type { EntryContent, RecordEntry } from './entry.ts';

/** An entry of a record as callers see it: what it says, and what of its personal part is not erased. */
export function entryView({ hash, personal }: RecordEntry, content: EntryContent) {
  const { format: _, signatureId, personalDigest: _digest, change, answers, ...said } = content;
  const { name, strokes, text } = personal ?? {};
  return {
    id: signatureId,
    ...said,
    change: change ?? null,
    answers: answers ?? null,
    signature: name === undefined ? null : { name, strokes: strokes ?? null },
    text: text ?? null,
    erased: personal === null,
    hash,
  };
}

export type EntryView = ReturnType<typeof entryView>;

/** The same for an entry as it was found; null for one whose content cannot be read any more. */
export function storedEntryView(entry: RecordEntry): EntryView | null {
  const content = contentOf(entry);
  return content && entryView(entry, content);
}
