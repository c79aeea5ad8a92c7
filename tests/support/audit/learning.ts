import type { Row } from '../../../domain/store/port.ts';
import { type Invariant, named, repeated, text } from './invariant.ts';
import {
  dateIn,
  recordsOf,
  replayed,
  type StoredSigning,
  sha256,
  sorted,
} from './learning-rows.ts';

const NO_HASH = '0'.repeat(64);
const TEACHING = ['theory', 'road', 'manoeuvring', 'skid'];

/** What holds of plans, lessons, records, pauses and warnings. */
export const learningInvariants: Invariant[] = [
  {
    name: 'every signature chain verifies, from its first entry to its head',
    *check(table) {
      const records = recordsOf(table);
      for (const [pk, entries] of records) {
        let previous = NO_HASH;
        for (const [i, { row, sequence, content }] of entries.entries()) {
          const { schoolId, studentId } = row;
          const isIts =
            content?.schoolId === schoolId &&
            content?.studentId === studentId &&
            content?.sequence === sequence;
          if (sequence !== i + 1) yield `${named(row)} stands where ${i + 1} belongs`;
          else if (!content || sorted(content) !== row.content) yield `${named(row)} is no entry`;
          else if (sha256(text(row.content)) !== row.hash) yield `${named(row)} has another hash`;
          else if (!isIts) yield `${named(row)} belongs elsewhere`;
          else if (content.previousHash !== previous) yield `${named(row)} follows another entry`;
          previous = text(row.hash);
        }
        const head = table.at(pk, 'chain');
        if (head?.count !== entries.length || head?.hash !== previous)
          yield `the chain of ${pk} ends in ${head?.count} ${head?.hash}, not in ${entries.length} ${previous}`;
      }
      for (const head of table.of('chain')) {
        if (!records.has(text(head.pk))) yield `${named(head)} is the head of no chain`;
      }
    },
  },
  {
    name: 'a personal part lies beside its entry and is the one that was signed',
    *check({ of, at }) {
      for (const part of of('personal-part')) {
        const entry = at(text(part.pk), `sig#${part.sequenceKey}`);
        const digest = sha256(sorted(part.personal));
        if (!entry || !text(entry.content).includes(digest))
          yield `${named(part)} is not what its entry was signed with`;
      }
    },
  },
  {
    name: 'there is one signature per student, module, booking and role',
    *check(table) {
      for (const [pk, entries] of recordsOf(table)) {
        const signatures = entries.flatMap(({ content }) =>
          content?.kind.endsWith('_signature')
            ? [`${content.kind} of ${content.moduleId} in ${content.bookingId}`]
            : [],
        );
        for (const [what, times] of repeated(signatures))
          yield `${pk} has ${times} times a ${what}`;
      }
    },
  },
  {
    name: 'only the student and who taught the lesson write in a record, each in their own name',
    *check(table) {
      for (const [pk, entries] of recordsOf(table)) {
        for (const { row, content } of entries) {
          if (!content) continue;
          const lesson = table.at(pk, `les#${content.bookingId}`);
          const party = content.role === 'teacher' ? lesson?.taughtBy : row.studentId;
          const role = ROLE_OF[content.kind];
          if (content.by !== party || content.role !== role)
            yield `${named(row)} is a ${content.kind} by ${content.by} as ${content.role}`;
        }
      }
    },
  },
  {
    name: 'a lesson is signed as its record says: no module is verified without both signatures',
    *check(table) {
      const records = recordsOf(table);
      for (const lesson of table.of('lesson')) {
        const signings = replayed(records.get(text(lesson.pk)) ?? []);
        const stored = (lesson.signings ?? {}) as Record<string, StoredSigning>;
        const said = [...signings].filter(([key]) => key.startsWith(`${lesson.bookingId} `));
        const modules = new Set([
          ...Object.keys(stored),
          ...said.map(([key]) => text(key.split(' ')[1])),
        ]);
        for (const moduleId of modules) {
          const expected = signings.get(`${lesson.bookingId} ${moduleId}`) ?? {};
          if (facts(stored[moduleId]) !== facts(expected))
            yield `${named(lesson)} has ${moduleId} as ${facts(stored[moduleId])}, its record as ${facts(expected)}`;
          const { teacherSignedAt, studentSignedAt } = stored[moduleId] ?? {};
          if (studentSignedAt && !(teacherSignedAt && teacherSignedAt <= studentSignedAt))
            yield `${named(lesson)} has ${moduleId} signed by the student alone, or first`;
        }
      }
    },
  },
  {
    name: 'who was in a completed booking has it as a lesson, and no other lesson is there',
    *check({ of, at }) {
      for (const booking of of('booking')) {
        const parts = booking.students as { studentId: string; status: string }[];
        const taught = (booking.state as Row).taught !== undefined;
        for (const { studentId, status } of parts) {
          const lesson = at(`${booking.schoolId}#stu#${studentId}`, `les#${booking.bookingId}`);
          const wasIn = taught && status !== 'cancelled';
          if (wasIn !== (lesson !== undefined))
            yield `${named(booking)}: ${studentId} was ${status} and has ${lesson ? 'a' : 'no'} lesson`;
        }
      }
      for (const lesson of of('lesson')) {
        const booking = at(`${lesson.schoolId}#bkg#${lesson.bookingId}`, 'booking');
        const parts = (booking?.students ?? []) as { studentId: string }[];
        if (!parts.some(({ studentId }) => studentId === lesson.studentId))
          yield `${named(lesson)} is of a booking that the student was not in`;
        if (!(text(lesson.startedAt) < text(lesson.endedAt)))
          yield `${named(lesson)} ends before it begins`;
      }
    },
  },
  {
    name: 'a pause is counted from the last lesson that was taught',
    *check({ of, at }) {
      const lessons = Map.groupBy(of('lesson'), ({ pk }) => text(pk));
      for (const pk of new Set([...lessons.keys(), ...of('pause').map((row) => text(row.pk))])) {
        const its = lessons.get(pk) ?? [];
        const taught = its.filter(
          ({ kind, status }) => status === 'attended' && TEACHING.includes(text(kind)),
        );
        const zone = text(at(pk.split('#')[0] ?? '', 'school')?.timeZone ?? 'UTC');
        const last = taught
          .map(({ startedAt }) => dateIn(text(startedAt), zone))
          .sort()
          .at(-1);
        const pause = at(pk, 'pause');
        if (pause?.lastTaughtOn !== last)
          yield `${pk} was last taught on ${last}; the pause is counted from ${pause?.lastTaughtOn}`;
      }
    },
  },
  {
    name: 'a student is warned and reminded of one thing once',
    *check({ of }) {
      const given = of('warning').map(({ pk, about }) => {
        const { kind, days, lastTaughtOn, bookingId, hoursAfter } = about as Row;
        return [pk, kind, days, lastTaughtOn, bookingId, hoursAfter].map(text).join(' ');
      });
      for (const [what, times] of repeated(given)) yield `${what} was given ${times} times`;
    },
  },
  {
    name: 'a lesson plan has all its versions, and a student follows one that is there',
    *check({ of, at }) {
      const key = (version: number) => `v#${String(version).padStart(10, '0')}`;
      for (const plan of of('lesson-plan')) {
        const pk = `${plan.schoolId}#pln#${plan.lessonPlanId}`;
        const count = of('lesson-plan-version').filter((row) => row.pk === pk).length;
        if (count !== plan.latest || !at(pk, key(count)))
          yield `${named(plan)} is at version ${plan.latest} and has ${count}`;
      }
      for (const member of of('membership')) {
        const { lessonPlanId, lessonPlanVersion } = (member.student ?? {}) as Row;
        if (!lessonPlanId) continue;
        const pk = `${member.schoolId}#pln#${lessonPlanId}`;
        if (!at(pk, key(Number(lessonPlanVersion))))
          yield `${named(member)} follows version ${lessonPlanVersion} of ${lessonPlanId}, which is not there`;
      }
    },
  },
];

const ROLE_OF: Record<string, string> = {
  teacher_signature: 'teacher',
  student_signature: 'student',
  correction: 'teacher',
  correction_accepted: 'student',
  correction_rejected: 'student',
  dispute: 'student',
  dispute_accepted: 'teacher',
  dispute_rejected: 'teacher',
};

function facts(signing: StoredSigning = {}): string {
  const { teacherSignedAt, studentSignedAt, openDispute, openCorrection, counts } = signing;
  return sorted({
    ...{ teacherSignedAt: teacherSignedAt ?? null, studentSignedAt: studentSignedAt ?? null },
    ...{ openDispute: openDispute ?? null, openCorrection: openCorrection?.id ?? null },
    counts: counts ?? true,
  });
}
