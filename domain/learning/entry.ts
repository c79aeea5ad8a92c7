import type { BookingKind } from '../scheduling/booking-type.ts';
import type { Id, PersonId, SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';

/**
 * The student's record: who signed which lesson of which module, what was objected to and corrected,
 * and what the other party said to that. Entries are only ever added.
 */
export const ENTRY_KINDS = [
  'teacher_signature',
  'student_signature',
  'correction',
  'correction_accepted',
  'correction_rejected',
  'dispute',
  'dispute_accepted',
  'dispute_rejected',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** The two parties of a lesson. Nobody else ever writes into a record. */
export type SignerRole = 'teacher' | 'student';

/** The lesson as it stood, and as it was shown to who signed. Times are the actual ones. */
export type ShownLesson = {
  kind: BookingKind;
  status: 'attended' | 'no_show';
  /** the day in the school's zone */
  date: string;
  startedAt: Instant;
  endedAt: Instant;
  /** whole minutes between the two: a lesson of 40 is one of 40 */
  minutes: number;
  teacherId: PersonId;
  timeZone: string;
};

/** The module as the student's plan has it. */
export type ShownModule = {
  title: string;
  section: number;
  kind: BookingKind;
  lessonPlanId: Id<'pln'>;
  planVersion: number;
};

/**
 * What a correction would make of the lesson: times and attendance concern the whole lesson of this
 * student, `covered: false` takes the module out of it.
 */
export type Change = {
  startedAt?: Instant;
  endedAt?: Instant;
  status?: 'attended' | 'no_show';
  covered?: boolean;
};

/** What an entry says, and what its hash is over: no name, no handwriting, no free text. */
export type EntryContent = {
  /** of this shape */
  format: 1;
  /** 1, 2, 3, ... without a gap */
  sequence: number;
  kind: EntryKind;
  signatureId: Id<'sig'>;
  schoolId: SchoolId;
  studentId: PersonId;
  moduleId: Id<'mod'>;
  bookingId: Id<'bkg'>;
  shown: { lesson: ShownLesson; module: ShownModule };
  /** of a correction; and of its acceptance, which puts it in force */
  change?: Change;
  /** the correction or dispute that an acceptance or rejection answers */
  answers?: Id<'sig'>;
  by: PersonId;
  role: SignerRole;
  at: Instant;
  /** the same moment on the wall of the school: `2026-11-22T10:00:00.000+01:00[Europe/Copenhagen]` */
  localAt: string;
  /** SHA-256 over the canonical personal part, whose salt makes it unguessable */
  personalDigest: string;
  /** of the entry before; of the first, 64 zeros */
  previousHash: string;
};

/** Strokes of a handwritten signature: each a list of points `[x, y]`. */
export type Strokes = number[][][];

/** What can be erased without breaking the chain: it lies beside the entry, known there by its digest. */
export type PersonalPart = {
  /** 128 random bits: without them nobody can try out names against the digest */
  salt: string;
  /** how who signed wrote their name */
  name?: string;
  strokes?: Strokes;
  /** a note, a reason, or what is objected to */
  text?: string;
};

/** One entry as it is stored and exported. `content` is the canonical JSON (RFC 8785) of an `EntryContent`. */
export type RecordEntry = {
  sequence: number;
  content: string;
  /** SHA-256 over `content`, in hexadecimal */
  hash: string;
  /** null: erased */
  personal: PersonalPart | null;
};

/** The end of the chain: how many entries there are, and the hash of the last. */
export type ChainHead = { count: number; hash: string };
