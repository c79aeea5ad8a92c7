import { describe, expect, test } from 'vitest';
import { messageRush } from '../support/message-rush.ts';

/** `MESSAGE_AUDIENCE=5000 npx vitest run --project unit tests/unit/notifications-rush.test.ts` */
const AUDIENCE = Number(process.env.MESSAGE_AUDIENCE ?? 300);

describe('a school that writes to everybody', () => {
  test(`keeps no other school waiting: ${AUDIENCE} recipients of one, one of another`, async () => {
    const rush = messageRush();
    const { scheduler } = rush.world;
    const [large, small] = [await rush.school(AUDIENCE), await rush.school(1)];
    const sending = rush.send(() => rush.sent.length === AUDIENCE + 1);
    const all = rush.write(large);
    await scheduler.sleep(500);
    const before = rush.sent.length;
    const written = scheduler.now();
    await rush.write(small);
    await Promise.all([all, sending]);

    const ofSmall = rush.world
      .rowsOf('notification')
      .find(({ schoolId }) => schoolId === small)?.notificationId;
    const heard = rush.sent.find(({ notificationId }) => notificationId === ofSmall);
    expect(before).toBeLessThan(AUDIENCE);
    expect((heard?.at ?? Number.NaN) - written).toBeLessThan(10_000);
    expect(rush.longestQueue()).toBeLessThanOrEqual(101);
    expect(new Set(rush.sent.map(({ notificationId }) => notificationId)).size).toBe(AUDIENCE + 1);
  }, 1_200_000);

  test('whose senders die in the middle tells everybody, each death costing one second mail', async () => {
    const rush = messageRush({ seed: 7, crashes: 0.05 });
    const school = await rush.school(300);
    let written = false;
    const writing = rush.write(school).then(() => {
      written = true;
    });
    await Promise.all([writing, rush.send(() => written && rush.idle())]);

    const rows = rush.world.rowsOf('notification');
    expect(rush.died()).toBeGreaterThan(5);
    expect(new Set(rush.sent.map(({ notificationId }) => notificationId)).size).toBe(300);
    expect(rush.sent).toHaveLength(300 + rush.died());
    expect(rows.filter(({ status }) => status !== 'sent')).toEqual([]);
  }, 1_200_000);
});
