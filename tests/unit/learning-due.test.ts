import { describe, expect, it } from 'vitest';
import { changeSettings } from '../../domain/schools/change-school.ts';
import type { SchoolId } from '../../domain/shared/ids.ts';
import { refusal } from '../support/booking-stage.ts';
import { CAR, FIRST_ROAD, JUNCTIONS, learningStage } from '../support/learning-stage.ts';

describe('a student who has not signed', () => {
  it('is reminded 24 and 72 hours after the teacher signed, once each', async () => {
    const stage = await learningStage();
    const id = await stage.taught({ moduleIds: [FIRST_ROAD, JUNCTIONS] });
    await stage.signs.teacher(id, FIRST_ROAD);
    await stage.signs.teacher(id, JUNCTIONS);

    for (const at of ['02T10:54', '02T10:56', '02T10:56', '03T12:00', '04T10:56', '30T08:00']) {
      stage.at(`2026-12-${at}:00Z`);
      await Promise.all([stage.sweep(), stage.sweep()]);
    }

    expect(stage.events('SignatureReminderDue')).toMatchObject([
      { data: { bookingId: id, hoursAfter: 24, moduleIds: [FIRST_ROAD, JUNCTIONS] } },
      { data: { studentId: stage.student, hoursAfter: 72 } },
    ]);
    const events = stage.events('SignatureReminderDue').map((event) => event.id);
    expect(stage.world.rowsOf('warning').map(({ eventId }) => eventId)).toEqual(events);
    stage.soundRecords();
  });

  it('is not reminded of what they objected to until the teacher has answered', async () => {
    const stage = await learningStage();
    const id = await stage.taught({ moduleIds: [FIRST_ROAD] });
    await stage.signs.teacher(id, FIRST_ROAD);
    const dispute = await stage.dispute(id, FIRST_ROAD);
    stage.at('2026-12-02T11:00:00Z');
    await stage.sweep();
    const before = stage.events('SignatureReminderDue');
    const asked = await refusal(stage.ask(id));
    await stage.answer(stage.teacher, dispute, false);
    await stage.sweep();

    expect(before).toEqual([]);
    expect(asked.code).toBe('conflict');
    expect(stage.events('SignatureReminderDue')).toMatchObject([{ data: { hoursAfter: 24 } }]);
    stage.soundRecords();
  });

  it('is not reminded once they have signed, nor of what is signed', async () => {
    const stage = await learningStage();
    const id = await stage.taught({ moduleIds: [FIRST_ROAD, JUNCTIONS] });
    await stage.bothSign(id, FIRST_ROAD);
    await stage.signs.teacher(id, JUNCTIONS);
    stage.at('2026-12-02T11:00:00Z');
    await stage.sweep();
    await stage.signs.student(id, JUNCTIONS);
    stage.at('2026-12-10T11:00:00Z');
    await stage.sweep();

    expect(stage.events('SignatureReminderDue')).toMatchObject([
      { data: { moduleIds: [JUNCTIONS], hoursAfter: 24 } },
    ]);
    stage.soundRecords();
  });

  it('hears after a gap of the sweep of the latest hour alone', async () => {
    const stage = await learningStage();
    const id = await stage.taught({ moduleIds: [FIRST_ROAD] });
    await stage.signs.teacher(id, FIRST_ROAD);
    await stage.sweep();

    stage.at('2026-12-06T08:00:00Z');
    await stage.sweep();

    expect(stage.events('SignatureReminderDue')).toMatchObject([{ data: { hoursAfter: 72 } }]);
  });
});

/** Days after 1 December 2026 on which a sweep runs, in order. */
async function sweepOn(stage: Awaited<ReturnType<typeof learningStage>>, ...days: number[]) {
  for (const day of days) {
    stage.at(new Date(Date.parse('2026-12-01T11:30:00Z') + day * 86_400_000).toISOString());
    await stage.sweep();
  }
}

const warned = (stage: Awaited<ReturnType<typeof learningStage>>) =>
  stage.events('PauseWarningDue').map(({ data }) => (data as { days: number }).days);

describe('a student who is not taught', () => {
  it('is warned after 60, 75 and 85 days, once each, with the day to resume by', async () => {
    const stage = await learningStage();
    await stage.taught({ moduleIds: [FIRST_ROAD] });

    await sweepOn(stage, 1, 59);
    const early = warned(stage);
    await sweepOn(stage, 60, 60, 61, 74, 75, 76, 85, 86, 95);

    expect(early).toEqual([]);
    expect(warned(stage)).toEqual([60, 75, 85]);
    expect(stage.events('PauseWarningDue')[0]).toMatchObject({
      data: { studentId: stage.student, lastTaughtOn: '2026-12-01', resumeBy: '2027-02-28' },
    });
    expect(stage.world.rowsOf('warning')).toHaveLength(3);
    stage.soundRecords();
  });

  it('is warned of nothing more once a lesson is taught, and anew after that', async () => {
    const stage = await learningStage();
    await stage.taught({});
    await sweepOn(stage, 60);
    await stage.taught({ startsAt: '2027-02-01T10:00:00Z' });
    await sweepOn(stage, 75, 85, 110, 122);

    expect(warned(stage)).toEqual([60, 60]);
    stage.soundRecords();
  });

  it('is warned all the same when what they had was a test, or a lesson they missed', async () => {
    const stage = await learningStage();
    const test = await stage.type({ kind: 'test', needsVehicle: false, name: 'Test' });
    await stage.taught({});
    await stage.taught({ bookingTypeId: test, startsAt: '2027-01-20T10:00:00Z' });
    const trio = { bookingTypeId: stage.types.trio, studentIds: stage.students };
    await stage.taught({ ...trio, startsAt: '2027-01-21T10:00:00Z' }, [
      stage.students[1] as string,
    ]);

    await sweepOn(stage, 60, 75, 85);

    const of = stage
      .events('PauseWarningDue')
      .filter(({ subject }) => subject.id === stage.student);
    expect(of.map(({ data }) => (data as { days: number }).days)).toEqual([60, 75, 85]);
    expect(await stage.progress()).toMatchObject({ resumeBy: '2027-02-28' });
  });

  it('whose lessons are completed out of order is counted from the last', async () => {
    const stage = await learningStage();
    const early = await stage.plan({ startsAt: '2026-12-01T10:00:00Z' });
    await stage.taught({ startsAt: '2026-12-05T10:00:00Z' });
    await stage.complete(early.id, {
      attendance: [{ studentId: stage.student, status: 'attended' }],
    });

    expect(stage.world.rowsOf('pause')).toMatchObject([{ lastTaughtOn: '2026-12-05', version: 1 }]);
    stage.soundRecords();
  });

  it('is warned on the days that the school says', async () => {
    const stage = await learningStage();
    const { schoolId } = stage.school;
    await changeSettings(stage.context, schoolId as SchoolId, {
      learning: { pauseWarnDays: [2, 4] },
    });
    await stage.taught({ moduleIds: [CAR], bookingTypeId: stage.types.theory });

    await sweepOn(stage, 1, 2, 3, 4, 60);

    expect(warned(stage)).toEqual([2, 4]);
  });
});
