import { describe, expect, it } from 'vitest';
import { erasePersonalParts } from '../../domain/learning/erase.ts';
import { type BookingRow, bookingEntity } from '../../domain/scheduling/booking.entity.ts';
import { findBooking } from '../../domain/scheduling/booking-scope.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { replace } from '../../domain/store/write.ts';
import { writeAll } from '../support/booking-cast.ts';
import { refusal } from '../support/booking-stage.ts';
import { CAR, COURSE, FIRST_ROAD, JUNCTIONS, learningStage } from '../support/learning-stage.ts';

const THEORY = (stage: { types: { theory: string } }) => ({
  ...{ bookingTypeId: stage.types.theory, vehicleId: undefined, moduleIds: [CAR] },
});

async function afterTheory() {
  const stage = await learningStage();
  const id = await stage.taught(THEORY(stage));
  return { stage, id };
}

describe('a lesson that was taught', () => {
  it('is signed by the teacher, then by the student, and verifies its module', async () => {
    const { stage, id } = await afterTheory();

    const first = await stage.signs.teacher(id, CAR);
    const awaiting = await stage.progress();
    const second = await stage.signs.student(id, CAR);

    expect(first).toMatchObject({
      ...{ sequence: 1, kind: 'teacher_signature', role: 'teacher', by: stage.teacher },
      ...{ at: stage.now(), localAt: '2026-12-01T12:40:00.000+01:00[Europe/Copenhagen]' },
      signature: { name: 'Somebody', strokes: null },
      shown: {
        lesson: { date: '2026-12-01', minutes: 90, kind: 'theory', teacherId: stage.teacher },
        module: { title: 'Bilens indretning, udstyr, betjening og dokumenter', planVersion: 1 },
      },
    });
    expect(second).toMatchObject({ sequence: 2, role: 'student', previousHash: first.hash });
    expect(awaiting.modules[0]).toMatchObject({ moduleId: CAR, state: 'awaiting_student' });
    expect((await stage.progress()).modules[0]).toMatchObject({
      ...{ verified: 1, state: 'verified' },
      lessons: [{ bookingId: id, teacherSignedAt: stage.now(), studentSignedAt: stage.now() }],
    });
    expect(await stage.verified()).toMatchObject({ valid: true, entries: 2, head: second.hash });
    stage.soundRecords();
  });

  it('tells of each signature with the head of the chain, and of the module once it is verified', async () => {
    const { stage, id } = await afterTheory();
    const again = await stage.taught({ ...THEORY(stage), startsAt: '2026-12-02T10:00:00Z' });

    const first = await stage.signs.teacher(id, CAR);
    const second = await stage.signs.student(id, CAR);
    await stage.bothSign(again, CAR);

    const [told] = stage.events('TeacherSigned');
    expect(told).toMatchObject({
      subject: { id: stage.student, version: 1 },
      data: { moduleId: CAR, bookingId: id, teacherId: stage.teacher, head: first.hash },
    });
    expect(stage.events('ModuleVerified')).toMatchObject([
      { subject: { version: 2 }, data: { verified: 1, required: 1, head: second.hash } },
    ]);
    expect(stage.events('StudentSigned')).toHaveLength(2);
    stage.soundRecords();
  });

  it('that asks for two lessons verifies its module by the second', async () => {
    const stage = await learningStage();
    for (const startsAt of ['2026-12-01T10:00:00Z', '2026-12-02T10:00:00Z']) {
      const id = await stage.taught({ startsAt, moduleIds: [JUNCTIONS] });
      await stage.bothSign(id, JUNCTIONS);
    }

    expect(stage.events('ModuleVerified')).toMatchObject([
      { subject: { version: 4 }, data: { moduleId: JUNCTIONS, verified: 2, required: 2 } },
    ]);
  });

  it('of 40 minutes is stored as it was, signed, and counts for nothing', async () => {
    const stage = await learningStage();
    const { id } = await stage.plan({ moduleIds: [FIRST_ROAD] });
    stage.at('2026-12-01T10:50:00Z');
    const { taught } = await stage.complete(id, {
      attendance: [{ studentId: stage.student, status: 'attended' }],
      endedAt: '2026-12-01T10:40:00Z',
    });

    const entry = await stage.signs.teacher(id, FIRST_ROAD);
    await stage.signs.student(id, FIRST_ROAD);

    expect(taught?.endedAt).toBe('2026-12-01T10:40:00.000Z');
    expect(entry.shown.lesson.minutes).toBe(40);
    const { counts, modules } = await stage.progress();
    expect(counts).toMatchObject({ road: 0, teachingDays: 0 });
    expect(modules.find(({ moduleId }) => moduleId === FIRST_ROAD)).toMatchObject({
      ...{ verified: 0, state: 'in_progress' },
    });
    expect(stage.events('ModuleVerified')).toEqual([]);
  });

  it('of which no module was named is signed for any of the plan', async () => {
    const stage = await learningStage();
    const id = await stage.taught({});

    await stage.bothSign(id, FIRST_ROAD);

    expect((await stage.progress()).counts.road).toBe(1);
    stage.soundRecords();
  });

  it('by a substitute is signed by the substitute in their own name', async () => {
    const stage = await learningStage();
    const substitute = stage.teachers[1] as PersonId;
    const { id } = await stage.plan({ moduleIds: [FIRST_ROAD] });
    stage.at('2026-12-01T11:00:00Z');
    await stage.complete(id, {
      attendance: [{ studentId: stage.student, status: 'attended' }],
      taughtBy: substitute,
    });

    const refused = await refusal(stage.signs.teacher(id, FIRST_ROAD));
    const entry = await stage.signs.teacher(id, FIRST_ROAD, stage.student, substitute);

    expect(refused.code).toBe('forbidden');
    expect(entry).toMatchObject({ by: substitute, shown: { lesson: { teacherId: substitute } } });
    stage.soundRecords();
  });
});

describe('a signature is refused', () => {
  it('for a lesson that is to come, cancelled, missed or not completed', async () => {
    const stage = await learningStage();
    const ahead = await stage.plan({ startsAt: '2026-12-20T10:00:00Z', moduleIds: [FIRST_ROAD] });
    const cancelled = await stage.plan({ startsAt: '2026-12-21T10:00:00Z' });
    await stage.cancel(cancelled.id);
    const over = await stage.plan({ startsAt: '2026-12-02T10:00:00Z' });
    const missed = await stage.taught(
      {
        ...{ startsAt: '2026-12-04T10:00:00Z', bookingTypeId: stage.types.trio },
        studentIds: stage.students,
      },
      [stage.students[1] as string],
    );

    const refused = await Promise.all(
      [ahead.id, cancelled.id, over.id, missed].flatMap((id) => [
        refusal(stage.signs.teacher(id, FIRST_ROAD)),
        refusal(stage.signs.student(id, FIRST_ROAD)),
      ]),
    );

    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['lesson_not_taught']));
  });

  it('for a module that the lesson did not cover, and one that is in no plan', async () => {
    const { stage, id } = await afterTheory();

    expect((await refusal(stage.signs.teacher(id, COURSE))).code).toBe('lesson_not_taught');
    expect((await refusal(stage.signs.teacher(id, newId('mod')))).code).toBe('not_found');
  });

  it('for a student who was not in it, an unknown student and an unknown booking', async () => {
    const { stage, id } = await afterTheory();

    const refused = [
      await refusal(stage.signs.teacher(id, CAR, stage.students[1])),
      await refusal(stage.signs.teacher(id, CAR, newId('per'))),
      await refusal(stage.signs.teacher(newId('bkg'), CAR)),
      await refusal(stage.signs.student(id, CAR, stage.students[1] as PersonId)),
    ];

    expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('not_found'));
  });

  it('to a teacher who did not teach it, and to the student before the teacher', async () => {
    const { stage, id } = await afterTheory();

    const colleague = stage.signs.teacher(id, CAR, stage.student, stage.teachers[1] as PersonId);

    expect((await refusal(colleague)).code).toBe('forbidden');
    expect((await refusal(stage.signs.student(id, CAR))).code).toBe('awaiting_teacher');
    expect(await stage.record()).toMatchObject({ head: null, entries: [] });
  });

  it('a second time, by either; the other lessons of a verified module stay signable', async () => {
    const { stage, id } = await afterTheory();
    await stage.bothSign(id, CAR);

    const refused = [
      await refusal(stage.signs.teacher(id, CAR)),
      await refusal(stage.signs.student(id, CAR)),
    ];
    const again = await stage.taught({ ...THEORY(stage), startsAt: '2026-12-02T10:00:00Z' });
    await stage.bothSign(again, CAR);

    expect(refused.map(({ code }) => code)).toEqual(['already_signed', 'already_signed']);
    expect((await stage.progress()).modules[0]).toMatchObject({ verified: 2, state: 'verified' });
    stage.soundRecords();
  });
});

describe('a group of 20 of whom 18 came', () => {
  it('has 18 lessons to be signed and 2 that were missed', async () => {
    const stage = await learningStage({ students: 20 });
    const id = await stage.taught(
      { ...THEORY(stage), studentIds: stage.students },
      stage.students.slice(0, 18),
    );

    for (const studentId of stage.students.slice(0, 18)) {
      await stage.signs.teacher(id, CAR, studentId);
    }
    const missed = await refusal(stage.signs.teacher(id, CAR, stage.students[19]));

    expect(stage.events('TeacherSigned')).toHaveLength(18);
    expect(missed.code).toBe('lesson_not_taught');
    stage.soundRecords();
  });

  it('and one of 45 fit one transaction, pauses and all', async () => {
    const stage = await learningStage({ students: 45 });

    await stage.taught({ ...THEORY(stage), studentIds: stage.students }, stage.students);

    expect(stage.world.rowsOf('lesson')).toHaveLength(45);
    expect(stage.world.rowsOf('pause')).toHaveLength(45);
    stage.soundRecords();
  });
});

describe('asking the student once more', () => {
  it('tells of the modules that wait, each time', async () => {
    const { stage, id } = await afterTheory();
    await stage.signs.teacher(id, CAR);

    await stage.ask(id);
    await stage.ask(id);

    expect(stage.events('SignatureRequested')).toMatchObject([
      { data: { studentId: stage.student, bookingId: id, moduleIds: [CAR] } },
      { data: { teacherId: stage.teacher } },
    ]);
    stage.soundRecords();
  });

  it('is refused while there is nothing to sign', async () => {
    const { stage, id } = await afterTheory();
    const ahead = await stage.plan({ startsAt: '2026-12-20T10:00:00Z' });
    const refused = [await refusal(stage.ask(ahead.id)), await refusal(stage.ask(id))];
    await stage.bothSign(id, CAR);
    refused.push(await refusal(stage.ask(id)), await refusal(stage.ask(newId('bkg'))));

    expect(refused.map(({ code }) => code)).toEqual([
      ...['lesson_not_taught', 'awaiting_teacher', 'already_signed', 'not_found'],
    ]);
  });
});

describe('erasing what is personal', () => {
  it('takes names and texts out of the record, and the chain still verifies', async () => {
    const { stage, id } = await afterTheory();
    await stage.bothSign(id, CAR);
    await stage.dispute(id, CAR, 'We drove past my house.');
    const head = (await stage.verified()).head;

    const erased = await erasePersonalParts(stage.context, stage.school.schoolId, stage.student);
    const again = await erasePersonalParts(stage.context, stage.school.schoolId, stage.student);

    expect([erased, again]).toEqual([3, 0]);
    expect(await stage.verified()).toMatchObject({ valid: true, entries: 3, head });
    const { entries } = await stage.record();
    expect(entries.map(({ personal }) => personal)).toEqual([null, null, null]);
    const rows = JSON.stringify(
      stage.world.twin.rows().filter(({ pk }) => String(pk).includes('#stu#')),
    );
    expect(rows).not.toMatch(/Somebody|my house/);
    stage.soundRecords();
  });
});

describe('two signatures', () => {
  it('are two people’s, also where a booking names its student as who taught', async () => {
    const { stage, id } = await afterTheory();
    const taughtBy = async (personId: PersonId) => {
      const row = (await findBooking(stage.world.store, stage.school.schoolId, id)) as BookingRow;
      if (row.state.status !== 'completed') throw new Error('it was not taught');
      const state = { ...row.state, taught: { ...row.state.taught, taughtBy: personId } };
      await writeAll(stage.context, [
        replace(bookingEntity, { ...row, state, version: row.version + 1 }),
      ]);
    };

    await taughtBy(stage.student);
    const asTeacher = await refusal(stage.signs.teacher(id, CAR, stage.student, stage.student));
    await taughtBy(stage.teacher);
    await stage.signs.teacher(id, CAR);
    await taughtBy(stage.student);
    const asStudent = await refusal(stage.signs.student(id, CAR));

    expect([asTeacher.code, asStudent.code]).toEqual(['forbidden', 'forbidden']);
  });
});
