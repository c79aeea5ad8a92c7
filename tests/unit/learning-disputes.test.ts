import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../domain/shared/ids.ts';
import { refusal } from '../support/booking-stage.ts';
import { CAR, FIRST_ROAD, type LearningStage, learningStage } from '../support/learning-stage.ts';

async function signed() {
  const stage = await learningStage();
  const id = await stage.taught({ moduleIds: [FIRST_ROAD] });
  await stage.bothSign(id, FIRST_ROAD);
  return { stage, id };
}

const stateOf = async (stage: LearningStage, moduleId = FIRST_ROAD) =>
  (await stage.progress()).modules.find((module) => module.moduleId === moduleId)?.state;

describe('an objection of the student', () => {
  it('keeps the lesson from counting until the teacher rejects it', async () => {
    const { stage, id } = await signed();

    const dispute = await stage.dispute(id, FIRST_ROAD);
    const open = [await stateOf(stage), (await stage.progress()).counts.road];
    const answer = await stage.answer(stage.teacher, dispute, false);

    expect(dispute).toMatchObject({ kind: 'dispute', role: 'student', text: 'It was shorter.' });
    expect(open).toEqual(['disputed', 0]);
    expect(answer).toMatchObject({ kind: 'dispute_rejected', answers: dispute.id, sequence: 4 });
    expect([await stateOf(stage), (await stage.progress()).counts.road]).toEqual(['verified', 1]);
    expect(stage.events('ModuleVerified')).toHaveLength(2);
    stage.soundRecords();
  });

  it('that the teacher accepts takes the module out of the lesson; a correction puts it right', async () => {
    const { stage, id } = await signed();
    const dispute = await stage.dispute(id, FIRST_ROAD);

    await stage.answer(stage.teacher, dispute, true);
    const out = await stateOf(stage);
    const correction = await stage.correct(id, FIRST_ROAD, { endedAt: '2026-12-01T10:50:00Z' });
    await stage.answer(stage.student, correction, true);

    expect(out).toBe('in_progress');
    expect(await stateOf(stage)).toBe('verified');
    stage.soundRecords();
  });

  it('keeps the student from signing what they object to', async () => {
    const stage = await learningStage();
    const id = await stage.taught({ moduleIds: [FIRST_ROAD] });
    await stage.signs.teacher(id, FIRST_ROAD);

    await stage.dispute(id, FIRST_ROAD);

    expect((await refusal(stage.signs.student(id, FIRST_ROAD))).code).toBe('conflict');
    expect((await refusal(stage.dispute(id, FIRST_ROAD))).code).toBe('conflict');
    stage.soundRecords();
  });

  it('may be about a lesson that they are said to have missed', async () => {
    const stage = await learningStage();
    const id = await stage.taught(
      {
        ...{ bookingTypeId: stage.types.trio, studentIds: stage.students, moduleIds: [FIRST_ROAD] },
      },
      [stage.students[1] as string],
    );
    const dispute = await stage.dispute(id, FIRST_ROAD, 'I was there.');
    await stage.answer(stage.teacher, dispute, true);
    const correction = await stage.correct(id, FIRST_ROAD, { status: 'attended' });

    await stage.answer(stage.student, correction, true);
    await stage.bothSign(id, FIRST_ROAD);

    expect(await stateOf(stage)).toBe('verified');
    stage.soundRecords();
  });
});

describe('a correction by the teacher', () => {
  it('after verification leaves the old entry readable and is in force only once accepted', async () => {
    const { stage, id } = await signed();
    const before = await stage.record();

    const correction = await stage.correct(id, FIRST_ROAD, { minutes: 40 });
    const pending = await stage.progress();
    const accepted = await stage.answer(stage.student, correction, true);
    const after = await stage.record();

    expect(correction).toMatchObject({
      ...{ kind: 'correction', text: 'A slip.', change: { endedAt: '2026-12-01T10:40:00.000Z' } },
      shown: { lesson: { minutes: 45 } },
    });
    expect(pending.counts.road).toBe(1);
    expect(accepted).toMatchObject({ answers: correction.id, shown: { lesson: { minutes: 40 } } });
    expect((await stage.progress()).counts.road).toBe(0);
    expect(after.entries.slice(0, 2)).toEqual(before.entries);
    expect((await stage.verified()).valid).toBe(true);
    stage.soundRecords();
  });

  it('that the student rejects changes nothing', async () => {
    const { stage, id } = await signed();

    const correction = await stage.correct(id, FIRST_ROAD, { minutes: 40 });
    const answer = await stage.answer(stage.student, correction, false);

    expect(answer.kind).toBe('correction_rejected');
    expect((await stage.progress()).counts.road).toBe(1);
    stage.soundRecords();
  });

  it('may take the module out of the lesson, or the lesson out of the record', async () => {
    const { stage, id } = await signed();
    const uncovered = await stage.correct(id, FIRST_ROAD, { covered: false });
    await stage.answer(stage.student, uncovered, true);
    const out = await stateOf(stage);
    const missed = await stage.correct(id, FIRST_ROAD, { status: 'no_show' });
    await stage.answer(stage.student, missed, true);

    expect(out).toBe('in_progress');
    expect(await stage.progress()).toMatchObject({ resumeBy: null, counts: { road: 0 } });
    expect(stage.world.rowsOf('pause')[0]?.lastTaughtOn).toBeUndefined();
    stage.soundRecords();
  });

  it('moves the pause with the day it says', async () => {
    const { stage, id } = await signed();

    const correction = await stage.correct(id, FIRST_ROAD, {
      ...{ startedAt: '2026-11-30T10:00', endedAt: '2026-11-30T10:45' },
    });
    await stage.answer(stage.student, correction, true);

    expect((await stage.progress()).resumeBy).toBe('2027-02-27');
    stage.soundRecords();
  });

  it('is refused to another teacher, twice at once, and for times that cannot have been', async () => {
    const { stage, id } = await signed();
    const change = { endedAt: '2026-12-01T10:40:00Z' };
    const colleague = stage.teachers[1] as PersonId;

    const refused = [
      await refusal(stage.correct(id, FIRST_ROAD, change, colleague)),
      await refusal(stage.correct(id, FIRST_ROAD, { endedAt: '2026-12-01T09:00:00Z' })),
      await refusal(stage.correct(id, FIRST_ROAD, { startedAt: '2026-11-01T09:00:00Z' })),
      await refusal(stage.correct(id, FIRST_ROAD, { endedAt: '2026-12-01T19:00:00Z' })),
      await refusal(stage.correct(id, CAR, change)),
    ];
    await stage.correct(id, FIRST_ROAD, change);
    refused.push(await refusal(stage.correct(id, FIRST_ROAD, change)));

    expect(refused.map(({ code }) => code)).toEqual([
      ...['forbidden', 'invalid', 'invalid', 'invalid', 'lesson_not_taught', 'conflict'],
    ]);
  });
});

describe('an answer', () => {
  it('is the other party’s alone, and given once', async () => {
    const { stage, id } = await signed();
    const correction = await stage.correct(id, FIRST_ROAD, { minutes: 40 });
    const dispute = await stage.dispute(id, FIRST_ROAD);
    const colleague = stage.teachers[1] as PersonId;

    const refused = [
      await refusal(stage.answer(stage.teacher, correction, true)),
      await refusal(stage.answer(stage.student, dispute, true)),
      await refusal(stage.answer(colleague, dispute, true)),
    ];
    await stage.answer(stage.student, correction, true);
    await stage.answer(stage.teacher, dispute, false);
    refused.push(
      await refusal(stage.answer(stage.student, correction, false)),
      await refusal(stage.answer(stage.teacher, dispute, true)),
    );

    expect(refused.map(({ code }) => code)).toEqual([
      ...['forbidden', 'forbidden', 'forbidden', 'conflict', 'conflict'],
    ]);
    stage.soundRecords();
  });

  it('to an entry that is none, or of another module, is not found', async () => {
    const { stage, id } = await signed();
    const { entries } = await stage.record();
    const signature = JSON.parse(entries[0]?.content ?? '');
    const dispute = await stage.dispute(id, FIRST_ROAD);

    const refused = [
      await refusal(
        stage.answer(stage.teacher, { id: signature.signatureId, moduleId: FIRST_ROAD }, true),
      ),
      await refusal(stage.answer(stage.teacher, { id: dispute.id, moduleId: CAR }, true)),
    ];

    expect(refused.map(({ code }) => code)).toEqual(['not_found', 'not_found']);
  });
});
