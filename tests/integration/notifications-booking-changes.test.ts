import { expect, test } from 'vitest';
import { tellAbout } from '../../domain/notifications/create-notification.ts';
import {
  type NotificationRow,
  notificationEntity,
} from '../../domain/notifications/notification.entity.ts';
import { PLANNED_EVENTS } from '../../domain/notifications/plan.ts';
import { untouchedNotifications } from '../../domain/notifications/requeue.ts';
import { sendByEmail, sendBySms } from '../../domain/notifications/send-notification.ts';
import { dueBookings } from '../../domain/scheduling/due-bookings.ts';
import { instant, plusMilliseconds } from '../../domain/shared/instant.ts';
import { createDynamoPort } from '../../domain/store/dynamo-port.ts';
import type { Row } from '../../domain/store/port.ts';
import { createStore } from '../../domain/store/store.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import type { EventEnvelope } from '../../events/define.ts';
import { scanTable } from '../support/auditor.ts';
import { type CastOptions, plantCast } from '../support/booking-cast.ts';
import { expectSoundMessages, reachable, SENDING } from '../support/booking-messages.ts';
import { bookingDesk } from '../support/booking-stage.ts';
import { createTestTable } from '../support/dynamo.ts';
import { memoryEmail, memoryQueues, memorySms } from '../support/notifications.ts';
import { testContext } from '../support/store-world.ts';

/** A desk on DynamoDB Local, with fake providers and a clock that a test moves. */
async function stage(purpose: string, options: CastOptions = {}) {
  let now = instant('2026-11-23T08:00:00.000Z');
  const { client, tableName } = await createTestTable(purpose);
  const context = testContext(createStore({ port: createDynamoPort(client, tableName) }), {
    now: () => now,
  });
  const cast = await plantCast(context, options);
  await reachable(context, cast);
  const { queues, sent: queued } = memoryQueues();
  const email = memoryEmail();
  const sms = memorySms();
  const scan = (): Promise<Row[]> => scanTable(client as never, tableName);
  const delivered = new Set<string>();
  return {
    ...cast,
    ...bookingDesk(context, cast),
    queued,
    mails: email.mails,
    texts: sms.taken,
    rows: async () =>
      (await scan())
        .filter((row) => row.__edb_e__ === 'notification')
        .map((Item) => notificationEntity.parse({ Item }).data as NotificationRow),
    pass: (seconds: number) => {
      now = plusMilliseconds(now, seconds * 1_000);
    },
    /** delivers every event not yet delivered, `copies` at once, newest first */
    tell: async (copies = 1) => {
      const events = (await scan())
        .flatMap(({ event }) => (event ? [event as EventEnvelope] : []))
        .filter(
          ({ id, name }) =>
            !delivered.has(id) && (PLANNED_EVENTS as readonly string[]).includes(name),
        )
        .sort((a, b) => b.subject.version - a.subject.version);
      for (const event of events) {
        delivered.add(event.id);
        await Promise.all(Array.from({ length: copies }, () => tellAbout(context, event, queues)));
      }
    },
    send: async () => {
      for (const { channel, message } of queued.splice(0)) {
        if (channel === 'email') await sendByEmail(context, message, email.provider, SENDING);
        else await sendBySms(context, message, sms.provider, { ...SENDING, queues });
      }
    },
    sweep: () => sweepDue(context, [dueBookings, untouchedNotifications(queues)]),
    sound: async () => expectSoundMessages(await scan(), now),
  };
}

test('three moves in two minutes, their events twice and the newest first, are one message', async () => {
  const all = await stage('bookingchanges');
  const { id } = await all.book();
  await all.tell(2);
  await all.send();
  expect([all.mails.length, all.texts.length]).toEqual([2, 2]);

  for (const hour of [12, 13, 14]) await all.move(id, { startsAt: `2026-12-01T${hour}:00:00Z` });
  await all.tell(2);
  await all.sound();
  await all.sweep();
  expect(all.queued).toEqual([]);
  all.pass(121);
  await Promise.all([all.sweep(), all.sweep()]);
  await all.send();

  expect(all.mails.slice(2).map(({ subject }) => subject)).toEqual([
    'Ændret: Road tirs. 1. dec. kl. 15.00',
    'Ændret: Road tirs. 1. dec. kl. 15.00',
  ]);
  expect(all.texts).toHaveLength(4);
  const moved = (await all.rows()).filter(({ kind }) => kind === 'booking_moved');
  expect(Object.groupBy(moved, ({ status }) => status)).toMatchObject({
    sent: { length: 4 },
    superseded: { length: 8 },
  });
  await all.sound();
});

test('a move and its cancellation meet in two planners: the reader hears of the cancellation alone', async () => {
  const all = await stage('bookingmeeting');
  const { id } = await all.book();
  await all.tell();
  await all.send();
  await all.move(id, { startsAt: '2026-12-01T12:00:00Z' });
  await all.cancel(id);
  await all.tell(3);
  all.pass(600);
  await all.sweep();
  await all.send();

  expect(all.mails.slice(2).map(({ calendar }) => calendar?.method)).toEqual(['CANCEL', 'CANCEL']);
  await all.sound();
});

test('a group of 45 is told within the planner’s time, and reminded once', async () => {
  const all = await stage('bookinggroup', { students: 45 });
  await all.book({
    ...{ bookingTypeId: all.types.theory, vehicleId: undefined, studentIds: all.students },
  });
  const began = performance.now();
  await all.tell();
  expect(performance.now() - began).toBeLessThan(25_000);
  expect(all.queued).toHaveLength(92);
  all.queued.length = 0;

  // Seven days and three hours on, the lesson is in 23 hours.
  all.pass(7 * 86_400 + 3 * 3_600);
  await Promise.all([all.sweep(), all.sweep(), all.sweep()]);
  await all.tell(2);

  const reminders = (await all.rows()).filter(({ kind }) => kind === 'booking_reminder');
  expect(reminders).toHaveLength(92);
  await all.sound();
}, 60_000);
