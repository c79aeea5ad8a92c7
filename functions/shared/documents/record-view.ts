import { contentOf } from '../../../domain/learning/chain.ts';
import type { EntryContent, RecordEntry } from '../../../domain/learning/entry.ts';
import type { Language } from '../../../domain/schools/school.ts';
import { type Drawing, drawingOf } from './drawing.ts';
import type { RecordDocument } from './record-document.ts';
import { RECORD_WORDS, type RecordWords } from './record-words.ts';

/**
 * A record in words, ready to be printed: HTML and PDF both print this, so that neither can say what
 * the other does not. Everything in it is text that is still to be escaped.
 */
export type RecordView = {
  language: Language;
  title: string;
  subtitle: string;
  facts: Line[];
  verdict: { valid: boolean; text: string };
  howToCheck: string;
  lessons: LessonView[];
  nothing: string | null;
  warnings: { title: string; lines: Line[] } | null;
  log: { title: string; lines: Line[] };
  footer: string;
};
export type Line = readonly [name: string, value: string];
export type LessonView = { title: string; facts: Line[]; modules: ModuleView[] };
export type ModuleView = { title: string; state: string; entries: EntryView[] };
export type EntryView = {
  /** both signatures stand beside each other, everything else below */
  signature: boolean;
  what: string;
  name: string;
  /** on the wall of the school, and in UTC */
  when: Line;
  drawing: Drawing | null;
  text: string | null;
  changes: string[];
  /** `Post 3`, and its hash */
  mark: Line;
};

type Read = { entry: RecordEntry; content: EntryContent };

export function recordView(record: RecordDocument, language: Language): RecordView {
  const words = RECORD_WORDS[language];
  const read = record.entries.flatMap((entry): Read[] => {
    const content = contentOf(entry);
    return content ? [{ entry, content }] : [];
  });
  const { school, student, head } = record;
  return {
    language,
    title: words.title,
    subtitle: student.name,
    facts: [
      [words.student, `${student.name} (${student.id})`],
      [words.born, student.birthDate],
      [words.school, `${school.name}, ${school.address}`],
      ...(school.vatNumber ? [[words.vatNumber, school.vatNumber] as const] : []),
      ...(record.plan
        ? [
            [
              words.plan,
              `${record.plan.lessonPlanId}, ${words.version} ${record.plan.version}`,
            ] as const,
          ]
        : []),
      [
        words.exported,
        `${onTheWall(record.exportedAt, school.timeZone, words)} (${record.exportedAt})`,
      ],
      [words.entries, String(head.count)],
      [words.head, head.hash],
    ],
    verdict: verdictOf(record, words),
    howToCheck: words.howToCheck,
    lessons: lessonsOf(record, read, words),
    nothing: record.entries.length === 0 ? words.nothing : null,
    warnings: warningsOf(record, words),
    log: {
      title: words.log,
      lines: record.entries.map((entry) => {
        const content = contentOf(entry);
        const what = content ? words.entryKinds[content.kind] : words.unreadable;
        return [`${words.entry} ${entry.sequence}: ${what}`, entry.hash];
      }),
    },
    footer: `${school.name} · ${words.title} · ${student.id} · ${words.head} ${head.hash.slice(0, 16)}…`,
  };
}

function verdictOf({ verification }: RecordDocument, words: RecordWords): RecordView['verdict'] {
  const { firstBrokenEntry: broken } = verification;
  return broken === null
    ? { valid: true, text: words.valid }
    : { valid: false, text: words.broken(broken.sequence, words.problems[broken.problem]) };
}

function lessonsOf(record: RecordDocument, read: readonly Read[], words: RecordWords) {
  const byBooking = Map.groupBy(read, ({ content }) => content.bookingId);
  return [...byBooking.values()]
    .sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
    .map((entries) => lessonView(record, entries, words));
}

function startOf([first]: readonly Read[]): string {
  return first?.content.shown.lesson.startedAt ?? '';
}

function lessonView(
  record: RecordDocument,
  entries: readonly Read[],
  words: RecordWords,
): LessonView {
  // As it stands now: an accepted correction is shown by the entries after it.
  const { lesson } = (entries.at(-1) as Read).content.shown;
  const { timeZone } = lesson;
  const byModule = Map.groupBy(entries, ({ content }) => content.moduleId);
  const clock = (at: string) => time(at, timeZone, words, { hour: '2-digit', minute: '2-digit' });
  const length = lesson.status === 'no_show' ? words.missed : `${lesson.minutes} ${words.minutes}`;
  return {
    title: `${longDate(lesson.date, words)} · ${words.kinds[lesson.kind]}`,
    facts: [
      [words.time, `${clock(lesson.startedAt)}-${clock(lesson.endedAt)} (${length})`],
      [words.teacher, record.people[lesson.teacherId] ?? lesson.teacherId],
    ],
    modules: [...byModule.values()].map((some) => moduleView(record, some, words)),
  };
}

function moduleView(
  record: RecordDocument,
  entries: readonly Read[],
  words: RecordWords,
): ModuleView {
  const { module } = (entries[0] as Read).content.shown;
  return {
    title: `${words.module}: ${module.title} (${words.section} ${module.section})`,
    state: words.states[stateOf(entries.map(({ content }) => content))],
    entries: entries.map((one) => entryView(record, one, words)),
  };
}

/** What a module of a lesson has come to, out of nothing but its entries. */
function stateOf(entries: readonly EntryContent[]): keyof RecordWords['states'] {
  const answered = new Set(entries.map(({ answers }) => answers));
  const open = entries.findLast(
    ({ kind, signatureId }) =>
      (kind === 'dispute' || kind === 'correction') && !answered.has(signatureId),
  );
  if (open) return open.kind === 'dispute' ? 'disputed' : 'correcting';
  const takenOut = entries.some(
    ({ kind, change }) =>
      kind === 'dispute_accepted' || (kind === 'correction_accepted' && change?.covered === false),
  );
  if (takenOut) return 'notCounted';
  return entries.some(({ kind }) => kind === 'student_signature') ? 'signed' : 'awaiting';
}

function entryView(
  record: RecordDocument,
  { entry, content }: Read,
  words: RecordWords,
): EntryView {
  const { personal } = entry;
  const { answers, kind } = content;
  const answered = record.entries.find((other) => contentOf(other)?.signatureId === answers);
  const what = words.entryKinds[kind];
  return {
    signature: kind === 'teacher_signature' || kind === 'student_signature',
    what: answered ? `${what} (${words.answersEntry(answered.sequence)})` : what,
    name: personal ? (personal.name ?? record.people[content.by] ?? content.by) : words.erased,
    when: [wall(content.localAt), content.at],
    drawing: personal?.strokes ? drawingOf(personal.strokes) : null,
    text: personal?.text ?? null,
    changes: changesOf(content, words),
    mark: [`${words.entry} ${entry.sequence}`, entry.hash],
  };
}

function changesOf({ change, shown }: EntryContent, words: RecordWords): string[] {
  if (!change) return [];
  const { timeZone } = shown.lesson;
  const { startedAt, endedAt, status, covered } = change;
  return [
    ...(startedAt ? [`${words.changes.startedAt}: ${onTheWall(startedAt, timeZone, words)}`] : []),
    ...(endedAt ? [`${words.changes.endedAt}: ${onTheWall(endedAt, timeZone, words)}`] : []),
    ...(status ? [`${words.changes.status}: ${words.attendance[status]}`] : []),
    ...(covered === undefined
      ? []
      : [`${words.changes.covered}: ${covered ? words.covered : words.notCovered}`]),
  ];
}

function warningsOf({ warnings, school }: RecordDocument, words: RecordWords) {
  if (warnings.length === 0) return null;
  return {
    title: words.warnings,
    lines: warnings.map(({ at, about, messages }): Line => {
      const what =
        about.kind === 'pause'
          ? words.pauseWarning(
              about.days,
              longDate(about.lastTaughtOn, words),
              longDate(about.resumeBy, words),
            )
          : words.signatureReminder(about.hoursAfter);
      const sent = messages.map((one) => `${one.channel} ${one.status} (${one.notificationId})`);
      return [onTheWall(at, school.timeZone, words), [what, ...sent].join('; ')];
    }),
  };
}

/** `2026-11-22T10:00:12.345+01:00[Europe/Copenhagen]` -> `2026-11-22 10:00:12 +01:00` */
function wall(localAt: string): string {
  const [, date, clock, offset] = /^([\d-]+)T([\d:]{8})[.\d]*([+-][\d:]+|Z)/.exec(localAt) ?? [];
  return date ? `${date} ${clock} ${offset}` : localAt;
}

function onTheWall(at: string, timeZone: string, words: RecordWords): string {
  return time(at, timeZone, words, { dateStyle: 'long', timeStyle: 'short' });
}

function longDate(date: string, words: RecordWords): string {
  return time(`${date}T00:00:00Z`, 'UTC', words, { dateStyle: 'long' });
}

function time(
  at: string,
  timeZone: string,
  { locale }: RecordWords,
  options: Intl.DateTimeFormatOptions,
): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(at));
}
