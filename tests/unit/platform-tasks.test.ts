import { beforeEach, describe, expect, it } from 'vitest';
import { dueTasks } from '../../domain/integrations/due-tasks.ts';
import { planTasks } from '../../domain/integrations/plan-tasks.ts';
import {
  type ETeoriStudent,
  provisionStudent,
} from '../../domain/integrations/provision-student.ts';
import { type Listing, publishProfile } from '../../domain/integrations/publish-profile.ts';
import { RemoteError } from '../../domain/integrations/remote-error.ts';
import { carryOutRegistration } from '../../domain/people/carry-out-registration.ts';
import { enrolStudent } from '../../domain/people/enrol-student.ts';
import { receiveRegistration } from '../../domain/people/receive-registration.ts';
import { changeSettings } from '../../domain/schools/change-school.ts';
import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { memoryIntegrationQueues, platformStage } from '../support/integrations.ts';
import { outboxEvents, registrationForm } from '../support/sample-school.ts';

let stage: Awaited<ReturnType<typeof platformStage>>;
beforeEach(async () => {
  stage = await platformStage();
});

const down = () => new RemoteError('retry', 'e-teori_500');
const refusal = () => new RemoteError('refused', 'e-teori_invalid_email');

/** An e-teori that follows a script, then takes everything. */
function platform(...script: (Error | 'lost' | 'slow')[]) {
  const calls: ETeoriStudent[] = [];
  const accounts = new Set<string>();
  const provision = async (student: ETeoriStudent) => {
    calls.push(student);
    const next = script.shift();
    if (next === 'slow') await stage.world.scheduler.sleep(3_000);
    if (next instanceof Error) throw next;
    accounts.add(student.studentRef);
    if (next === 'lost') throw new RemoteError('retry', 'e-teori_timeout');
    return { accountId: `ete_${student.studentRef}` };
  };
  return { provision, calls, accounts };
}

const events = (name: string) => outboxEvents(stage.world).filter((event) => event.name === name);
const newest = (name: string) => events(name).at(-1) as ReturnType<typeof events>[number];

let number = 0;
/** Enrols somebody and brings the event to the planner, `copies` times. */
async function enrolled(copies = 1): Promise<string> {
  const form = registrationForm({ email: `elev${number++}@example.dk` });
  const { id } = await enrolStudent(stage.context(), stage.schoolId, form);
  for (let copy = 0; copy < copies; copy++) {
    await planTasks(stage.context(), newest('StudentEnrolled'), stage.queues);
  }
  return id;
}

function work(subjectId: string, eTeori: ReturnType<typeof platform>, receiveCount = 1) {
  const { schoolId, world } = stage;
  const options = { receiveCount, wait: world.scheduler.sleep };
  return provisionStudent(stage.context(), { schoolId, subjectId }, eTeori, options);
}

const task = (subjectId: string) =>
  stage.world.rowsOf('platform-task').find((row) => row.subjectId === subjectId);

async function sweep(): Promise<string[]> {
  const { queues, sent } = memoryIntegrationQueues();
  await sweepDue(stage.context(), [dueTasks(queues)], {
    onFailure: (_, error) => {
      throw error;
    },
  });
  return sent.map(({ message }) => message.subjectId ?? '');
}

describe('a student who is enrolled', () => {
  it('is one task and one call, however often the event and the message come', async () => {
    const id = await enrolled(3);
    const eTeori = platform();

    for (const { message } of stage.sent) await work(String(message.subjectId), eTeori);

    expect(eTeori.calls).toMatchObject([{ schoolRef: stage.schoolId, studentRef: id }]);
    expect(task(id)).toMatchObject({ status: 'done', externalId: `ete_${id}` });
    expect(await sweep()).toEqual([]);
  });

  it('is called for by one of two workers at once', async () => {
    const id = await enrolled();
    const eTeori = platform('slow');

    await Promise.all([work(id, eTeori), work(id, eTeori)]);

    expect(eTeori.calls).toHaveLength(1);
  });

  it('is enqueued by the sweep when the message was lost', async () => {
    const id = await enrolled();

    expect(await sweep()).toEqual([]);
    stage.pass(16 * MINUTE);

    expect(await sweep()).toEqual([id]);
  });

  it('is no task before they have confirmed who they are', async () => {
    const { registrationId } = await receiveRegistration(
      stage.context(),
      stage.schoolId,
      registrationForm({ email: 'fremmed@example.dk' }),
    );
    await carryOutRegistration(stage.context(), stage.schoolId, registrationId);
    await planTasks(stage.context(), newest('StudentEnrolled'), stage.queues);

    expect(stage.sent).toEqual([]);
    expect(stage.world.rowsOf('platform-task')).toEqual([]);
  });

  it('is no call any more when the school has opted out meanwhile', async () => {
    const id = await enrolled();
    const eTeori = platform();

    await changeSettings(stage.context(), stage.schoolId, { integrations: { eTeori: false } });
    await work(id, eTeori);

    expect(eTeori.calls).toEqual([]);
    expect(task(id)).toMatchObject({ status: 'done' });
  });
});

describe('a platform that fails', () => {
  it('is tried three times by the queue, then left alone; whoever comes meanwhile waits without a call', async () => {
    const [first, second] = [await enrolled(), await enrolled()];
    const eTeori = platform(down(), down(), down(), down());

    await expect(work(first, eTeori, 1)).rejects.toThrow('e-teori_500');
    await expect(work(first, eTeori, 2)).rejects.toThrow('e-teori_500');
    await work(first, eTeori, 3);
    await work(second, eTeori, 1);

    expect(eTeori.calls).toHaveLength(3);
    for (const id of [first, second]) expect(task(id)).toMatchObject({ status: 'pending' });
    expect(await sweep()).toEqual([]);

    stage.pass(6 * MINUTE);
    expect((await sweep()).sort()).toEqual([first, second].sort());
    await work(first, eTeori, 1);
    await work(second, eTeori, 1);
    expect(eTeori.calls).toHaveLength(4);

    stage.pass(11 * MINUTE);
    for (const id of await sweep()) await work(id, eTeori, 1);
    expect([...eTeori.accounts].sort()).toEqual([first, second].sort());
    expect(stage.world.rowsOf('platform-pause')).toMatchObject([{ failures: 0 }]);
  });

  it('for three days gets one call a pause, an hour apart in the end, and then each student once', async () => {
    const students = await Promise.all([enrolled(), enrolled(), enrolled()]);
    const failing = Array.from({ length: 200 }, down);
    const eTeori = platform(...failing);
    for (const id of students) {
      for (const receive of [1, 2, 3]) await work(id, eTeori, receive).catch(() => null);
    }
    for (let hour = 0; hour < 72; hour++) {
      stage.pass(HOUR);
      for (const id of await sweep()) await work(id, eTeori, 1);
    }
    expect(eTeori.calls.length).toBeLessThan(80);

    const back = platform();
    stage.pass(HOUR);
    for (const id of await sweep()) await work(id, back, 1);

    expect([...back.accounts].sort()).toEqual([...students].sort());
    expect(back.calls).toHaveLength(3);
  });

  it('is left alone for as long as it asks, when that is longer than a queue can wait', async () => {
    const id = await enrolled();
    const later = new RemoteError('retry', 'e-teori_429', { retryAfterSeconds: DAY / 1000 });

    await work(id, platform(later));

    stage.pass(23 * HOUR);
    expect(await sweep()).toEqual([]);
    stage.pass(2 * HOUR);
    expect(await sweep()).toEqual([id]);
  });

  it('after taking a student is asked again, which its own reference makes harmless', async () => {
    const id = await enrolled();
    const eTeori = platform('lost');

    await expect(work(id, eTeori, 1)).rejects.toThrow('timeout');
    await work(id, eTeori, 2);

    expect(eTeori.calls[0]).toEqual(eTeori.calls[1]);
    expect(task(id)).toMatchObject({ status: 'done' });
  });

  it('and refuses is not asked again until the message is redriven', async () => {
    const id = await enrolled();
    const eTeori = platform(refusal());

    for (const receive of [1, 2, 3, 4, 5, 6])
      await expect(work(id, eTeori, receive)).rejects.toThrow();
    expect(eTeori.calls).toHaveLength(1);
    expect(task(id)).toMatchObject({ status: 'refused', lastError: 'e-teori_invalid_email' });
    stage.pass(DAY);
    expect(await sweep()).toEqual([]);

    await work(id, eTeori, 1);

    expect(eTeori.calls).toHaveLength(2);
    expect(task(id)).toMatchObject({ status: 'done' });
  });
});

describe('a profile', () => {
  const listings: Listing[] = [];
  beforeEach(() => {
    listings.length = 0;
  });

  const publish = (during: () => Promise<unknown> = async () => null) => {
    const { schoolId, world } = stage;
    const options = { receiveCount: 1, wait: world.scheduler.sleep };
    const findkoreskole = {
      publish: async (listing: Listing) => {
        listings.push(listing);
        if (listings.length === 1) await during();
      },
    };
    const message = { schoolId, subjectId: schoolId };
    return publishProfile(stage.context(), message, findkoreskole, options);
  };
  const settingsChanged = () => planTasks(stage.context(), newest('SettingsChanged'), stage.queues);

  it('is published once for what it says, whatever changes beside it', async () => {
    await settingsChanged();
    await publish();
    await settingsChanged();
    await publish();

    expect(listings).toMatchObject([{ listed: true, profile: { name: 'Køreskolen nordby' } }]);
  });

  it('that changes during the call is published again, with a higher revision', async () => {
    await settingsChanged();
    await publish(async () => {
      const patch = { integrations: { findkoreskole: false } };
      await changeSettings(stage.context(), stage.schoolId, patch);
      await settingsChanged();
    });

    expect(listings).toMatchObject([{ listed: true }, { listed: false }]);
    expect(listings[1]?.revision).toBeGreaterThan(listings[0]?.revision ?? 0);
  });

  it('of a school that was never listed is no business of the platform', async () => {
    stage = await platformStage({ eTeori: true, findkoreskole: false });
    await settingsChanged();

    expect(stage.sent).toEqual([]);
  });
});
