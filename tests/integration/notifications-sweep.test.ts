import { describe, expect, test } from 'vitest';
import { tellAbout } from '../../domain/notifications/create-notification.ts';
import { notificationEntity } from '../../domain/notifications/notification.entity.ts';
import { untouchedNotifications } from '../../domain/notifications/requeue.ts';
import { sendByEmail } from '../../domain/notifications/send-notification.ts';
import {
  DAY,
  HOUR,
  type Instant,
  instant,
  MINUTE,
  plusMilliseconds,
} from '../../domain/shared/instant.ts';
import { dueAt } from '../../domain/store/due.ts';
import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import type { RowKey } from '../../domain/store/port.ts';
import { createStore } from '../../domain/store/store.ts';
import { type DueKind, sweepDue } from '../../domain/store/sweep-due.ts';
import { sweepMarkEntity } from '../../domain/store/sweep-mark.entity.ts';
import { replace } from '../../domain/store/write.ts';
import { createTestTable } from '../support/dynamo.ts';
import {
  anEvent,
  cast,
  enrolled,
  memoryEmail,
  memoryQueues,
  plant,
} from '../support/notifications.ts';
import { testContext } from '../support/store-world.ts';

/** A context whose clock a test sets, on a table of its own, and people to write to. */
async function stage(start: string) {
  let now = instant(start);
  const table = await createTestTable(`notificationssweep${Date.parse(start)}`);
  const store = createStore({ port: createDynamoPort(table.client, table.tableName) });
  const context = testContext(store, { now: () => now });
  const people = cast({ person: { email: `mette-${Date.parse(start)}@mail.example` } });
  await plant(context, people);
  const { queues, sent } = memoryQueues();
  return {
    ...people,
    context,
    queues,
    sent,
    at: (time: Instant) => {
      now = time;
    },
    pass: (milliseconds: number) => {
      now = plusMilliseconds(now, milliseconds);
    },
    sweep: (...kinds: DueKind[]) => sweepDue(context, [untouchedNotifications(queues), ...kinds]),
    mark: async () =>
      (await store.get(sweepMarkEntity, sweepMarkEntity.get({ sweep: 'sweep' })))?.hour,
    row: (notificationId: string) =>
      store.get(
        notificationEntity,
        notificationEntity.get({ owner: people.schoolId, notificationId }),
      ),
  };
}

const lost = { enqueue: async () => Promise.reject(new Error('killed')) };

describe('the sweep', () => {
  test('enqueues what lost its queue message, once it is due, again after twice the time, and never once taken', async () => {
    const all = await stage('2026-11-22T08:58:00.000Z');
    await expect(tellAbout(all.context, enrolled(all), lost)).rejects.toThrow('killed');

    all.pass(4 * MINUTE);
    await all.sweep();
    expect(all.sent).toEqual([]);

    all.pass(MINUTE);
    expect((await all.sweep()).done).toEqual({ 'untouched-notification': 1 });
    expect(all.sent).toHaveLength(1);
    await all.sweep();
    expect(all.sent).toHaveLength(1);

    all.pass(5 * MINUTE);
    await all.sweep();
    expect(all.sent).toHaveLength(2);

    const { message } = all.sent[0] ?? { message: { owner: '', notificationId: '' } };
    const options = { portalUrl: 'https://portal.example', allowList: '*' };
    await sendByEmail(all.context, message, memoryEmail().provider, options);
    all.pass(2 * HOUR);
    expect((await all.sweep()).done).toEqual({});
    expect(await all.row(message.notificationId)).toMatchObject({ status: 'sent' });
  });

  test('a missed run is caught up, over days and over the hour’s edge', async () => {
    const all = await stage('2027-01-10T10:57:00.000Z');
    await all.sweep();
    expect(await all.mark()).toBe('2027-01-10T10');
    await expect(tellAbout(all.context, enrolled(all), lost)).rejects.toThrow();

    all.pass(9 * DAY);
    await all.sweep();

    expect(all.sent).toHaveLength(1);
    expect(await all.mark()).toBe('2027-01-19T10');
  });

  test('a clock that is set back sweeps from its own present', async () => {
    const all = await stage('2027-03-01T10:00:00.000Z');
    await all.sweep();
    all.at(instant('2027-02-20T10:00:00.000Z'));
    await expect(tellAbout(all.context, enrolled(all), lost)).rejects.toThrow();
    all.pass(6 * MINUTE);
    await all.sweep();

    expect(all.sent).toHaveLength(1);
    expect(await all.mark()).toBe('2027-02-20T10');
  });

  test('two sweeps at once enqueue a message once', async () => {
    const all = await stage('2027-04-01T10:00:00.000Z');
    await all.sweep();
    await expect(tellAbout(all.context, enrolled(all), lost)).rejects.toThrow();
    all.pass(6 * MINUTE);
    await Promise.all([all.sweep(), all.sweep()]);

    expect(all.sent).toHaveLength(1);
  });

  test('what fails stays due and holds the mark back, what works is done meanwhile', async () => {
    const all = await stage('2027-05-01T10:00:00.000Z');
    await all.sweep();
    await expect(tellAbout(all.context, enrolled(all), lost)).rejects.toThrow();
    const other = anEvent('RegistrationRepeated', all.schoolId, {
      personId: all.personId,
      welcome: 'already_registered',
    });
    await expect(tellAbout(all.context, other, lost)).rejects.toThrow();
    all.pass(5 * HOUR);

    let failing: string | undefined;
    const picky: DueKind = {
      ...untouchedNotifications(all.queues),
      async carryOut(context, key: RowKey) {
        failing ??= key.pk;
        if (key.pk === failing) throw new Error('not now');
        await untouchedNotifications(all.queues).carryOut(context, key);
      },
    };
    const first = await sweepDue(all.context, [picky]);
    expect([first.failed, all.sent.length]).toEqual([1, 1]);
    expect(await all.mark()).toBe('2027-05-01T10');

    await all.sweep();
    expect(all.sent).toHaveLength(2);
    expect(await all.mark()).toBe('2027-05-01T15');
  });

  test('a sweep that runs out of time goes on from where it stopped', async () => {
    const all = await stage('2027-06-01T10:00:00.000Z');
    await all.sweep();
    all.pass(3 * DAY);
    await expect(tellAbout(all.context, enrolled(all), lost)).rejects.toThrow();
    all.pass(10 * MINUTE);

    // Three looks at the clock, a UTC day each: the first, the second and the third of June.
    let looks = 0;
    const short = await sweepDue(all.context, [untouchedNotifications(all.queues)], {
      timeLeft: () => looks++ < 3,
    });
    expect(short.mark).toBe('2027-06-04T00');
    expect(all.sent).toEqual([]);

    await all.sweep();
    expect(all.sent).toHaveLength(1);
  });

  test('what falls due again on a later day that has passed too is carried out by the same sweep', async () => {
    const all = await stage('2027-08-01T10:00:00.000Z');
    await all.sweep();
    await expect(tellAbout(all.context, enrolled(all), lost)).rejects.toThrow();
    all.pass(85 * DAY);

    const seen: string[] = [];
    const monthly: DueKind = {
      ...untouchedNotifications(all.queues),
      async carryOut(context, key: RowKey) {
        const row = await all.row(key.pk.split('#')[2] ?? '');
        if (row === null) throw new Error(`no row ${key.pk}`);
        seen.push(String(row.dueAt));
        const next = plusMilliseconds(row.dueAt as Instant, 30 * DAY);
        const after = { ...row, ...dueAt(next, row.notificationId), version: row.version + 1 };
        await context.store.transact(context, async () => ({
          writes: [replace(notificationEntity, after)],
          result: null,
        }));
      },
    };
    await sweepDue(all.context, [monthly]);

    expect(seen).toEqual([
      '2027-08-01T10:05:00.000Z',
      '2027-08-31T10:05:00.000Z',
      '2027-09-30T10:05:00.000Z',
    ]);
  });

  test('resets of the last hour are counted on the real index', async () => {
    const all = await stage('2027-07-01T10:00:00.000Z');
    const emailKey = all.context.keys.email(all.person.email);
    for (let i = 0; i < 7; i++) {
      await tellAbout(
        all.context,
        anEvent('PasswordResetRequested', null, { emailKey }),
        all.queues,
      );
      all.pass(MINUTE);
    }
    expect(all.sent).toHaveLength(5);

    all.pass(HOUR);
    await tellAbout(all.context, anEvent('PasswordResetRequested', null, { emailKey }), all.queues);
    expect(all.sent).toHaveLength(6);
  });
});
