import { beforeEach, describe, expect, it } from 'vitest';
import { dueTasks } from '../../domain/integrations/due-tasks.ts';
import { planTasks } from '../../domain/integrations/plan-tasks.ts';
import { provisionStudent } from '../../domain/integrations/provision-student.ts';
import { carryOutRegistration } from '../../domain/people/carry-out-registration.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import { receiveRegistration } from '../../domain/people/receive-registration.ts';
import { changeSettings } from '../../domain/schools/change-school.ts';
import { MINUTE } from '../../domain/shared/instant.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { platformStage } from '../support/integrations.ts';
import { outboxEvents, registrationForm } from '../support/sample-school.ts';
import { plantStudents } from '../support/students.ts';

let stage: Awaited<ReturnType<typeof platformStage>>;
let calls: string[];
beforeEach(async () => {
  stage = await platformStage({ eTeori: false, findkoreskole: false });
  calls = [];
});

const eTeori = {
  provision: async ({ studentRef }: { studentRef: string }) => {
    calls.push(studentRef);
    return { accountId: `ete_${studentRef}` };
  },
};

const enrol = async (email: string) =>
  (await enrolStudent(stage.context(), stage.schoolId, registrationForm({ email }))).id as string;

/** Brings the newest event of this name to the planner. */
async function plan(name: string): Promise<void> {
  const event = outboxEvents(stage.world)
    .filter((one) => one.name === name)
    .at(-1);
  if (!event) throw new Error(`no ${name}`);
  await planTasks(stage.context(), event, stage.queues);
}

async function setTeori(on: boolean): Promise<void> {
  await changeSettings(stage.context(), stage.schoolId, { integrations: { eTeori: on } });
  await plan('SettingsChanged');
}

/** Works what is enqueued, each message twice: a queue may. */
async function work(): Promise<void> {
  for (const { message } of stage.sent.splice(0)) {
    const { schoolId = '', subjectId = '' } = message;
    const options = { receiveCount: 1, wait: stage.world.scheduler.sleep };
    for (let copy = 0; copy < 2; copy++) {
      await provisionStudent(stage.context(), { schoolId, subjectId }, eTeori, options);
    }
  }
}

async function sweep(): Promise<void> {
  await sweepDue(stage.context(), [dueTasks(stage.queues)], {
    onFailure: (_, error) => {
      throw error;
    },
  });
}

const roll = () =>
  stage.world.rowsOf('platform-task').find(({ subjectId }) => subjectId === stage.schoolId);

describe('a school that opts in to e-teori', () => {
  it('has accounts made for its active students, each once, whatever is told twice', async () => {
    const students = [await enrol('a@example.dk'), await enrol('b@example.dk')];
    const stranger = registrationForm({ email: 'c@example.dk' });
    const { registrationId } = await receiveRegistration(stage.context(), stage.schoolId, stranger);
    await carryOutRegistration(stage.context(), stage.schoolId, registrationId);

    await setTeori(true);
    await plan('SettingsChanged');
    await work();
    await plan('StudentEnrolled');
    await work();

    expect(calls.sort()).toEqual(students.sort());
    expect(roll()).toMatchObject({ status: 'done' });
  });

  it('loses nothing by opting out, and on opting in again only who was not told is', async () => {
    const first = await enrol('a@example.dk');
    await setTeori(true);
    await work();
    const second = await enrol('b@example.dk');
    await plan('StudentEnrolled');

    await setTeori(false);
    await work();
    const third = await enrol('c@example.dk');
    await plan('StudentEnrolled');
    expect(calls).toEqual([first]);
    expect(stage.world.rowsOf('platform-task')).toHaveLength(3);

    await setTeori(true);
    await work();
    expect(calls[0]).toBe(first);
    expect(calls.slice(1).sort()).toEqual([second, third].sort());
  });

  it('whose planner dies in the middle has everybody planned by the sweep, nobody twice', async () => {
    const students = await plantStudents(stage.world, stage.schoolId, 130);
    const { enqueue } = stage.queues;
    let left = 60;
    stage.queues.enqueue = async (...message) => {
      left -= 1;
      if (left < 0) throw new Error('the process is gone');
      return enqueue(...message);
    };

    await expect(setTeori(true)).rejects.toThrow('gone');
    expect(roll()).toMatchObject({ status: 'pending', cursor: expect.anything() });
    left = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 2; round++) {
      stage.pass(16 * MINUTE);
      await sweep();
    }
    await work();

    expect(calls.sort()).toEqual(students.sort());
    expect(roll()?.cursor).toBeUndefined();
  }, 1_200_000);

  it('with more students than one go takes has the rest planned by the next sweep', async () => {
    const students = await plantStudents(stage.world, stage.schoolId, 1_010);

    await setTeori(true);
    expect(stage.sent).toHaveLength(1_000);
    expect(roll()).toMatchObject({ status: 'pending' });
    await sweep();

    expect(stage.sent.map(({ message }) => message.subjectId).sort()).toEqual(students.sort());
    expect(roll()).toMatchObject({ status: 'done' });
  }, 1_200_000);
});
