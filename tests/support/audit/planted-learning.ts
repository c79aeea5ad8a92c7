import type { Row } from '../../../domain/store/port.ts';
import type { StoredSigning } from './learning-rows.ts';
import { type Planted, type Sample, set } from './sample.ts';

const entryOf = (kind: string) => (row: Row) => String(row.content).includes(`"kind":"${kind}"`);
const replaced = (row: Row, from: string | RegExp, to: string) =>
  set(row, { content: String(row.content).replace(from, to) });

/** The signing of a lesson that fits. */
function signing({ of }: Sample, fits: (signing: StoredSigning) => boolean): StoredSigning {
  const found = of('lesson')
    .flatMap(({ signings }) => Object.values(signings as Record<string, StoredSigning>))
    .find(fits);
  if (!found) throw new Error('the sample has no such signing');
  return found;
}

/** Planted violations of what holds of plans, lessons and signed records. */
export const plantedLearning: Planted = {
  'every signature chain verifies, from its first entry to its head': [
    ({ one }) => replaced(one('record-entry'), '"format":1', '"format":2'),
    ({ one }) => set(one('record-entry'), { hash: 'f'.repeat(64) }),
    ({ one }) => replaced(one('record-entry'), /$/, ' '),
    ({ one, drop }) => drop(one('record-entry', ({ sequenceKey }) => sequenceKey === '0000000002')),
    ({ of, drop }) => drop(of('record-entry').at(-1) as Row),
    ({ one }) => set(one('chain'), { count: 1 }),
    ({ one, drop }) => drop(one('chain')),
    ({ of }) => {
      const [a, b] = of('record-entry') as [Row, Row];
      const [content, hash] = [a.content, a.hash];
      set(a, { content: b.content, hash: b.hash });
      set(b, { content, hash });
    },
    ({ rows, one }) => rows.push({ ...one('chain'), pk: 'sch_x#stu#per_y' }),
  ],
  'a personal part lies beside its entry and is the one that was signed': [
    ({ one }) => set(one('personal-part').personal as Row, { name: 'Somebody Else' }),
    ({ rows, one }) => rows.push({ ...one('personal-part'), sequenceKey: '0000000099' }),
  ],
  'there is one signature per student, module, booking and role': [
    ({ rows, one }) =>
      rows.push({ ...one('record-entry', entryOf('teacher_signature')), sk: 'sig#0000000099' }),
    ({ rows, one }) =>
      rows.push({ ...one('record-entry', entryOf('student_signature')), sk: 'sig#0000000099' }),
  ],
  'only the student and who taught the lesson write in a record, each in their own name': [
    ({ one }) =>
      replaced(one('record-entry', entryOf('teacher_signature')), /"by":"per_\w+"/, '"by":"per_x"'),
    ({ one }) =>
      replaced(
        one('record-entry', entryOf('student_signature')),
        '"role":"student"',
        '"role":"teacher"',
      ),
    ({ one }) =>
      set(
        one('lesson', ({ status }) => status === 'attended'),
        { taughtBy: 'per_x' },
      ),
  ],
  'a lesson is signed as its record says: no module is verified without both signatures': [
    (sample) =>
      set(
        signing(sample, ({ studentSignedAt }) => studentSignedAt === undefined),
        { studentSignedAt: '2026-11-23T13:00:00.000Z' },
      ),
    (sample) => {
      delete signing(sample, ({ studentSignedAt }) => studentSignedAt !== undefined)
        .teacherSignedAt;
    },
    (sample) =>
      set(
        signing(sample, () => true),
        { openDispute: 'sig_x' },
      ),
    (sample) =>
      set(
        signing(sample, () => true),
        { counts: false },
      ),
  ],
  'who was in a completed booking has it as a lesson, and no other lesson is there': [
    ({ one, drop }) => drop(one('lesson')),
    ({ rows, one, of }) => {
      const other = of('booking').find(({ state }) => (state as Row).status === 'confirmed');
      const bookingId = other?.bookingId;
      rows.push({ ...one('lesson'), bookingId, sk: `les#${bookingId}` });
    },
    ({ one }) => set(one('lesson'), { endedAt: '2020-01-01T00:00:00.000Z' }),
    ({ one }) => set(one('lesson'), { bookingId: 'bkg_x' }),
  ],
  'a pause is counted from the last lesson that was taught': [
    ({ one }) => set(one('pause'), { lastTaughtOn: '2026-11-24' }),
    ({ one, drop }) => drop(one('pause')),
  ],
  'a student is warned and reminded of one thing once': [
    ({ rows, one }) => rows.push({ ...one('warning'), sk: 'wrn#evt_x', eventId: 'evt_x' }),
  ],
  'a lesson plan has all its versions, and a student follows one that is there': [
    ({ one, drop }) => drop(one('lesson-plan-version')),
    ({ one }) =>
      set(
        one('lesson-plan', ({ latest }) => latest === 2),
        { latest: 1 },
      ),
    ({ one }) => {
      const member = one('membership', ({ student }) => student !== undefined);
      set(member.student as Row, { lessonPlanVersion: 9 });
    },
  ],
};
