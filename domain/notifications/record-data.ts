import { DAY } from '../shared/instant.ts';
import { LESSON_KINDS } from './booking-data.ts';
import { cleanLine } from './clean-text.ts';
import { type Greeting, greeting } from './greeting.ts';
import type { MessageFacts } from './message-data.ts';
import { formatDate, whenLong, whenShort } from './moments.ts';

/** What the templates of messages about a signed lesson are given; every value is clean text. */
export type RecordData = Greeting & {
  /** to the page for signing, or to the reader's own */
  link: string;
  linkDays: number;
  lesson: string;
  when: string;
  whenShort: string;
  modules: string;
  /** null in the teacher's own messages */
  teacher: string | null;
  /** in the teacher's messages alone */
  student: string | null;
  head: string;
  entries: number;
};

/** What the warning of a long pause is given. */
export type PauseData = Greeting & {
  link: string;
  days: number;
  lastTaughtOn: string;
  resumeBy: string;
};

const LONGEST_NAME = 60;
const LONGEST_MODULES = 300;

/** The data of a message about a lesson in a record. Throws without one. */
export function recordData(facts: MessageFacts): RecordData {
  const { record, language } = facts;
  if (!record) throw new Error('a message of this kind needs its lesson');
  const zone = { timeZone: record.timeZone, language };
  const forTeacher = record.role === 'teacher';
  return {
    ...greeting(facts),
    link: facts.link?.url ?? facts.portalUrl,
    linkDays: Math.floor((facts.link?.kind.lifetime ?? 0) / DAY),
    lesson: name(record.typeName) ?? LESSON_KINDS[language][record.kind],
    when: whenLong(record.times, zone),
    whenShort: whenShort(record.times, zone),
    modules: cleanLine(record.modules.join(', '), LONGEST_MODULES) || '-',
    teacher: forTeacher ? null : name(record.teacherName),
    student: forTeacher ? name(record.studentName) : null,
    head: record.head.hash,
    entries: record.head.count,
  };
}

/** The data of a pause warning. Throws without its dates. */
export function pauseData(facts: MessageFacts): PauseData {
  const { pause, language } = facts;
  if (!pause) throw new Error('a message of this kind needs its dates');
  return {
    ...greeting(facts),
    link: facts.portalUrl,
    days: pause.days,
    lastTaughtOn: formatDate(pause.lastTaughtOn, language),
    resumeBy: formatDate(pause.resumeBy, language),
  };
}

function name(text: string | null): string | null {
  return text === null ? null : cleanLine(text, LONGEST_NAME) || null;
}
