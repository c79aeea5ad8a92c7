import { createHash } from 'node:crypto';
import type { Row } from '../../../domain/store/port.ts';
import { type Table, text } from './invariant.ts';

/** An entry as its row has it, its content read; spelled here once more, since the auditor does not ask the domain. */
export type StoredEntry = {
  row: Row;
  sequence: number;
  content: {
    sequence: number;
    kind: string;
    signatureId: string;
    schoolId: string;
    studentId: string;
    moduleId: string;
    bookingId: string;
    by: string;
    role: string;
    at: string;
    answers?: string;
    change?: { startedAt?: string; endedAt?: string; status?: string; covered?: boolean };
    personalDigest: string;
    previousHash: string;
  } | null;
};

export type StoredSigning = {
  teacherSignedAt?: string;
  studentSignedAt?: string;
  openDispute?: string;
  openCorrection?: { id: string };
  counts?: false;
};

/** The records there are, by the partition of their student, each in order. */
export function recordsOf({ of }: Table): Map<string, StoredEntry[]> {
  const entries = of('record-entry').map((row) => ({
    row,
    sequence: Number(row.sequenceKey),
    content: parsed(text(row.content)),
  }));
  entries.sort((a, b) => a.sequence - b.sequence);
  return Map.groupBy(entries, ({ row }) => text(row.pk));
}

function parsed(content: string): StoredEntry['content'] {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

export function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Sorted keys and no spaces: enough of RFC 8785 for what is in these rows. */
export function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${sorted(inner)}`).join(',')}}`;
}

/** What the entries of a record make of each lesson's modules, in order: `booking module` -> signing. */
export function replayed(entries: readonly StoredEntry[]): Map<string, StoredSigning> {
  const signings = new Map<string, StoredSigning>();
  const asked = new Map<string, { kind: string; change?: { covered?: boolean } }>();
  for (const { content } of entries) {
    if (!content) continue;
    const { kind, bookingId, moduleId, signatureId, at, answers, change } = content;
    const key = `${bookingId} ${moduleId}`;
    const signing: StoredSigning = { ...signings.get(key) };
    signings.set(key, signing);
    asked.set(signatureId, { kind, ...(change && { change }) });
    if (kind === 'teacher_signature') signing.teacherSignedAt = at;
    if (kind === 'student_signature') signing.studentSignedAt = at;
    if (kind === 'dispute') signing.openDispute = signatureId;
    if (kind === 'correction') signing.openCorrection = { id: signatureId };
    if (kind.startsWith('dispute_') && signing.openDispute === answers) delete signing.openDispute;
    if (kind.startsWith('correction_') && signing.openCorrection?.id === answers)
      delete signing.openCorrection;
    if (kind === 'dispute_accepted') signing.counts = false;
    if (kind === 'correction_accepted') {
      delete signing.counts;
      if (asked.get(text(answers))?.change?.covered === false) signing.counts = false;
    }
  }
  return signings;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** A date on the wall of a zone, by the engine's own calendar. */
export function dateIn(at: string, timeZone: string): string {
  const calendar = calendars.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone });
  calendars.set(timeZone, calendar);
  return calendar.format(new Date(at));
}
