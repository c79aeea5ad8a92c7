import { describe, expect, test } from 'vitest';
import { tellAbout } from '../../domain/notifications/create-notification.ts';
import { sendByEmail } from '../../domain/notifications/send-notification.ts';
import { DAY, HOUR, MINUTE } from '../../domain/shared/instant.ts';
import { hashToken } from '../../domain/shared/secrets.ts';
import { only, stage, welcomed } from '../support/notification-stage.ts';
import { anEvent, enrolled, memoryEmail } from '../support/notifications.ts';
import { TEST_KEYS } from '../support/store-world.ts';

describe('planning', () => {
  test('an event makes one row with its link, and one queue message that holds ids alone', async () => {
    const all = await stage();
    await tellAbout(all.context, enrolled(all), all.queues);
    const row = only(all);
    const [token] = all.world.rowsOf('token');

    expect(row).toMatchObject({
      kind: 'welcome',
      channel: 'email',
      status: 'queued',
      attempts: 0,
      owner: all.schoolId,
    });
    expect(all.sent).toEqual([
      { channel: 'email', message: { owner: all.schoolId, notificationId: row.notificationId } },
    ]);
    expect(token).toMatchObject({
      purpose: 'set_password',
      schoolId: all.schoolId,
      tokenHash: hashToken(TEST_KEYS.linkToken(row.notificationId)),
    });
    expect(Date.parse(String(token?.expiresAt)) - Date.parse(row.createdAt)).toBe(7 * DAY);
    expect(JSON.stringify(row)).not.toMatch(/mail\.example|Mette/);
  });

  test('copies of an event, at once and later, add nothing', async () => {
    const all = await stage();
    const event = enrolled(all);
    await Promise.all(Array.from({ length: 5 }, () => tellAbout(all.context, event, all.queues)));
    all.pass(2 * HOUR);
    await tellAbout(all.context, event, all.queues);

    expect(all.rows()).toHaveLength(1);
    expect(all.world.rowsOf('token')).toHaveLength(1);
  });

  test('a crash between row and queue is healed by the next copy of the event', async () => {
    const all = await stage();
    const event = enrolled(all);
    const dying = { enqueue: async () => Promise.reject(new Error('killed')) };
    await expect(tellAbout(all.context, event, dying)).rejects.toThrow('killed');
    await tellAbout(all.context, event, all.queues);

    expect(all.rows()).toHaveLength(1);
    expect(all.sent).toHaveLength(1);
  });

  test('a copy that comes after the mail has gone enqueues nothing', async () => {
    const { context, queues, sent, message, options, ...all } = await welcomed();
    const event = { ...enrolled(all), id: only(all).eventId as never };
    await sendByEmail(context, message, memoryEmail().provider, options);
    await tellAbout(context, event, queues);

    expect(sent).toHaveLength(1);
  });

  test('a reset for an unknown address tells nobody', async () => {
    const all = await stage();
    const rows = await tellAbout(
      all.context,
      anEvent('PasswordResetRequested', null, { emailKey: 'nobody' }),
      all.queues,
    );

    expect([rows, all.rows(), all.sent]).toEqual([[], [], []]);
  });

  test('resets go from the platform to the person, an hour’s link each, five an hour at most', async () => {
    const all = await stage();
    const emailKey = TEST_KEYS.email('mette@mail.example');
    for (let i = 0; i < 7; i++) {
      await tellAbout(
        all.context,
        anEvent('PasswordResetRequested', null, { emailKey }),
        all.queues,
      );
    }
    expect(all.rows()).toHaveLength(5);
    expect(all.rows()[0]).toMatchObject({ owner: all.personId, kind: 'password_reset' });
    expect(all.world.rowsOf('token')[0]).toMatchObject({ purpose: 'password_reset' });
    expect(all.world.rowsOf('token')[0]).not.toHaveProperty('schoolId');

    all.pass(HOUR + MINUTE);
    await tellAbout(all.context, anEvent('PasswordResetRequested', null, { emailKey }), all.queues);
    expect(all.rows()).toHaveLength(6);
  });
});
