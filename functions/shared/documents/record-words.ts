import type { Problem } from '../../../domain/learning/chain.ts';
import type { EntryKind } from '../../../domain/learning/entry.ts';
import type { BookingKind } from '../../../domain/scheduling/booking-type.ts';
import type { Language } from '../../../domain/schools/school.ts';

/** Everything a printed record says in a language, apart from what people wrote. */
export type RecordWords = {
  locale: string;
  title: string;
  student: string;
  born: string;
  school: string;
  vatNumber: string;
  plan: string;
  version: string;
  exported: string;
  entries: string;
  head: string;
  verification: string;
  valid: string;
  broken: (sequence: number, problem: string) => string;
  problems: Record<Problem, string>;
  kinds: Record<BookingKind, string>;
  entryKinds: Record<EntryKind, string>;
  roles: { teacher: string; student: string };
  time: string;
  minutes: string;
  missed: string;
  teacher: string;
  module: string;
  section: string;
  states: Record<'signed' | 'awaiting' | 'disputed' | 'correcting' | 'notCounted', string>;
  erased: string;
  entry: string;
  changes: { startedAt: string; endedAt: string; status: string; covered: string };
  attendance: { attended: string; no_show: string };
  notCovered: string;
  covered: string;
  answersEntry: (sequence: number) => string;
  nothing: string;
  log: string;
  warnings: string;
  pauseWarning: (days: number, lastTaughtOn: string, resumeBy: string) => string;
  signatureReminder: (hours: number) => string;
  unreadable: string;
  howToCheck: string;
};

export const RECORD_WORDS: Record<Language, RecordWords> = {
  da: {
    locale: 'da-DK',
    title: 'Lektionsjournal',
    student: 'Elev',
    born: 'Født',
    school: 'Køreskole',
    vatNumber: 'CVR-nr.',
    plan: 'Lektionsplan',
    version: 'version',
    exported: 'Udskrevet',
    entries: 'Poster',
    head: 'Kontrolkode',
    verification: 'Kontrol',
    valid: 'Alle poster er på deres plads og uændrede.',
    broken: (sequence, problem) => `FEJL i post ${sequence}: ${problem}.`,
    problems: {
      missing: 'en post mangler',
      unexpected: 'posten er der én for meget',
      altered: 'indholdet er ændret',
      wrong_place: 'posten hører ikke til her',
      personal_part_altered: 'navn, underskrift eller tekst er ændret',
      head_altered: 'kontrolkoden er ændret',
    },
    kinds: {
      theory: 'Teori',
      road: 'Vejkørsel',
      manoeuvring: 'Lukket øvelsesplads',
      skid: 'Køreteknisk anlæg',
      test: 'Prøve',
      other: 'Andet',
    },
    entryKinds: {
      teacher_signature: 'Underviserens underskrift',
      student_signature: 'Elevens underskrift',
      correction: 'Rettelse foreslået',
      correction_accepted: 'Rettelse accepteret',
      correction_rejected: 'Rettelse afvist',
      dispute: 'Indsigelse',
      dispute_accepted: 'Indsigelse imødekommet',
      dispute_rejected: 'Indsigelse afvist',
    },
    roles: { teacher: 'Underviser', student: 'Elev' },
    time: 'Tid',
    minutes: 'minutter',
    missed: 'udeblevet',
    teacher: 'Underviser',
    module: 'Modul',
    section: 'afsnit',
    states: {
      signed: 'underskrevet af begge',
      awaiting: 'mangler elevens underskrift',
      disputed: 'indsigelse uden svar',
      correcting: 'rettelse uden svar',
      notCounted: 'tæller ikke',
    },
    erased: '(slettet)',
    entry: 'Post',
    changes: {
      startedAt: 'Begyndt',
      endedAt: 'Sluttet',
      status: 'Fremmøde',
      covered: 'Modulet',
    },
    attendance: { attended: 'mødt', no_show: 'udeblevet' },
    notCovered: 'ikke gennemgået',
    covered: 'gennemgået',
    answersEntry: (sequence) => `svar på post ${sequence}`,
    nothing: 'Der er ingen underskrevne lektioner endnu.',
    log: 'Alle poster',
    warnings: 'Advarsler og påmindelser',
    pauseWarning: (days, last, resumeBy) =>
      `${days} dage uden undervisning siden ${last}; skal genoptages senest ${resumeBy}`,
    signatureReminder: (hours) => `Påmindelse om underskrift efter ${hours} timer`,
    unreadable: 'Posten kan ikke læses.',
    howToCheck:
      'Journalen er en kæde: hver post nævner kontrolkoden (SHA-256) af posten før. Den kan hentes som JSON og kontrolleres uden net med programmet check-record.mjs, også mod kontrolkoden i en mail, som eleven eller underviseren fik, da der blev underskrevet.',
  },
  en: {
    locale: 'en-GB',
    title: 'Lesson record',
    student: 'Student',
    born: 'Born',
    school: 'Driving school',
    vatNumber: 'VAT number',
    plan: 'Lesson plan',
    version: 'version',
    exported: 'Printed',
    entries: 'Entries',
    head: 'Control code',
    verification: 'Verification',
    valid: 'Every entry is in its place and unaltered.',
    broken: (sequence, problem) => `BROKEN at entry ${sequence}: ${problem}.`,
    problems: {
      missing: 'an entry is missing',
      unexpected: 'it is one too many',
      altered: 'its content was altered',
      wrong_place: 'it does not belong here',
      personal_part_altered: 'its name, signature or text was altered',
      head_altered: 'the control code was altered',
    },
    kinds: {
      theory: 'Theory',
      road: 'Road',
      manoeuvring: 'Manoeuvring course',
      skid: 'Skid facility',
      test: 'Test',
      other: 'Other',
    },
    entryKinds: {
      teacher_signature: "Teacher's signature",
      student_signature: "Student's signature",
      correction: 'Correction proposed',
      correction_accepted: 'Correction accepted',
      correction_rejected: 'Correction rejected',
      dispute: 'Objection',
      dispute_accepted: 'Objection accepted',
      dispute_rejected: 'Objection rejected',
    },
    roles: { teacher: 'Teacher', student: 'Student' },
    time: 'Time',
    minutes: 'minutes',
    missed: 'missed',
    teacher: 'Teacher',
    module: 'Module',
    section: 'section',
    states: {
      signed: 'signed by both',
      awaiting: "awaits the student's signature",
      disputed: 'objection unanswered',
      correcting: 'correction unanswered',
      notCounted: 'does not count',
    },
    erased: '(erased)',
    entry: 'Entry',
    changes: { startedAt: 'Began', endedAt: 'Ended', status: 'Attendance', covered: 'The module' },
    attendance: { attended: 'attended', no_show: 'missed' },
    notCovered: 'not covered',
    covered: 'covered',
    answersEntry: (sequence) => `answers entry ${sequence}`,
    nothing: 'No lesson is signed yet.',
    log: 'All entries',
    warnings: 'Warnings and reminders',
    pauseWarning: (days, last, resumeBy) =>
      `${days} days without teaching since ${last}; to be resumed by ${resumeBy}`,
    signatureReminder: (hours) => `Reminder to sign after ${hours} hours`,
    unreadable: 'This entry cannot be read.',
    howToCheck:
      'The record is a chain: each entry names the control code (SHA-256) of the one before. It can be had as JSON and checked offline with the program check-record.mjs, also against the control code in a mail that student or teacher received when something was signed.',
  },
};
