import * as z from 'zod';
import { defineEvent } from './define.ts';
import { id } from './ids.ts';

/**
 * The students' lesson records. Of what is an entry of a record the subject is the student and the
 * version is the entry's sequence: the chain as it stood then ends in `head`, which the mails tell, so
 * that a rewritten chain contradicts them. Ids and facts only: names and texts stay in the record.
 */
const entry = {
  studentId: id('per'),
  moduleId: id('mod'),
  bookingId: id('bkg'),
  /** who taught the lesson */
  teacherId: id('per'),
  signatureId: id('sig'),
  sequence: z.int().positive(),
  /** SHA-256 of the entry, in hexadecimal: the head of the chain right after it */
  head: z.string().regex(/^[0-9a-f]{64}$/),
};
const answer = { ...entry, answers: id('sig') };

/**
 * The teacher signed a module of a lesson. `asks`: no other module of it waited for the student, so they
 * are asked to sign now; else they have been asked, and this one is on the same page.
 */
export const teacherSigned = defineEvent(
  'TeacherSigned',
  1,
  z.object({ ...entry, asks: z.boolean() }),
);

/** The student signed: that lesson of the module is doubly signed now. */
export const studentSigned = defineEvent('StudentSigned', 1, z.object(entry));

/** With this entry the module has its required number of doubly signed lessons. */
export const moduleVerified = defineEvent(
  'ModuleVerified',
  1,
  z.object({ ...entry, verified: z.int(), required: z.int() }),
);

/** The teacher proposes to correct a lesson; it stands as it was until the student accepts. */
export const correctionRequested = defineEvent('CorrectionRequested', 1, z.object(entry));
/** The student agrees: the lesson counts as corrected from here on. */
export const correctionAccepted = defineEvent('CorrectionAccepted', 1, z.object(answer));
/** The student does not agree: the lesson stands as it was. */
export const correctionRejected = defineEvent('CorrectionRejected', 1, z.object(answer));

/** The student objects to what is recorded of a lesson; the teacher accepts or rejects that. */
export const disputeRaised = defineEvent('DisputeRaised', 1, z.object(entry));
/** The teacher agrees with the objection. */
export const disputeAccepted = defineEvent('DisputeAccepted', 1, z.object(answer));
/** The teacher does not agree with the objection. */
export const disputeRejected = defineEvent('DisputeRejected', 1, z.object(answer));

/**
 * The modules of one lesson that wait for the student's signature. The subject is the student's own
 * row of it: `bkg_…/per_…`.
 */
const awaiting = {
  studentId: id('per'),
  bookingId: id('bkg'),
  teacherId: id('per'),
  moduleIds: z.array(id('mod')).min(1),
};

/** Staff ask the student once more to sign a lesson. */
export const signatureRequested = defineEvent('SignatureRequested', 1, z.object(awaiting));

/** So many hours after the teacher signed, the student has not. */
export const signatureReminderDue = defineEvent(
  'SignatureReminderDue',
  1,
  z.object({ ...awaiting, hoursAfter: z.number() }),
);

/** So many days after the last lesson nothing has been taught: the pause must end by `resumeBy`. */
export const pauseWarningDue = defineEvent(
  'PauseWarningDue',
  1,
  z.object({
    studentId: id('per'),
    days: z.int(),
    lastTaughtOn: z.iso.date(),
    resumeBy: z.iso.date(),
  }),
);
