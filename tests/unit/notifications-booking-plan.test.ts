import { describe, expect, test } from 'vitest';
import { tellAbout } from '../../domain/notifications/create-notification.ts';
import { plan } from '../../domain/notifications/plan.ts';
import { newId } from '../../domain/shared/new-id.ts';
import { reachable } from '../support/booking-messages.ts';
import { bookingStage } from '../support/booking-stage.ts';
import { anEvent, memoryQueues } from '../support/notifications.ts';

const schoolId = newId('sch');
const [teacher, other, first, second] = [newId('per'), newId('per'), newId('per'), newId('per')];
const NAMES = new Map<string, string>([
  [teacher, 'teacher'],
  [other, 'other'],
  [first, 'first'],
  [second, 'second'],
]);
const times = { startsAt: '2026-12-01T10:00:00.000Z', endsAt: '2026-12-01T10:45:00.000Z' };
const about = {
  ...{ bookingId: newId('bkg'), sequence: 1, teacherId: teacher },
  ...{ studentIds: [first, second], ...times },
};

const told = (name: string, data: object) =>
  plan(anEvent(name, schoolId, { ...about, ...data })).map(({ recipient, kind, channel }) =>
    [NAMES.get('personId' in recipient ? recipient.personId : ''), kind, channel].join(' '),
  );

describe('who hears what of a booking', () => {
  test('everybody in it hears of its confirmation, by mail and SMS', () => {
    expect(told('BookingConfirmed', {})).toEqual([
      'first booking_confirmed email',
      'first booking_confirmed sms',
      'second booking_confirmed email',
      'second booking_confirmed sms',
      'teacher booking_confirmed email',
      'teacher booking_confirmed sms',
    ]);
  });

  test.each([
    ['BookingMoved', { previous: { ...times, teacherId: teacher } }, 'booking_moved'],
    ['BookingCancelled', { onBehalfOf: 'school' }, 'booking_cancelled'],
    ['BookingReminderDue', { hoursBefore: 24 }, 'booking_reminder'],
  ])('%s makes one %o message each by each channel', (name, data, kind) => {
    expect(told(name, data)).toEqual(
      ['first', 'second', 'teacher'].flatMap((who) => [
        `${who} ${kind} email`,
        `${who} ${kind} sms`,
      ]),
    );
  });

  test('a lesson given to another teacher is off for the one and on for the other', () => {
    const moved = told('BookingMoved', { previous: { ...times, teacherId: other } });

    expect(moved.filter((line) => !line.includes('booking_moved'))).toEqual([
      'teacher booking_confirmed email',
      'teacher booking_confirmed sms',
      'other booking_cancelled email',
      'other booking_cancelled sms',
    ]);
  });

  test('who joins or leaves hears of it, and the teacher by mail; the others do not', () => {
    expect(told('BookingStudentsAdded', { added: [second] })).toEqual([
      'second booking_confirmed email',
      'second booking_confirmed sms',
      'teacher booking_changed email',
    ]);
    expect(told('BookingStudentsRemoved', { removed: [second], studentIds: [first] })).toEqual([
      'second booking_cancelled email',
      'second booking_cancelled sms',
      'teacher booking_changed email',
    ]);
  });

  test('those who came hear that it is completed', () => {
    const completed = (status: string, attended: string[]) =>
      told('BookingCompleted', { status, attended, taughtBy: teacher });

    expect(completed('completed', [first])).toEqual(['first booking_completed email']);
    expect(completed('no_show', [])).toEqual([]);
  });
});

describe('an SMS is made', () => {
  const channels = async (
    preferences: Parameters<typeof reachable>[2],
    settings: Record<string, unknown> = {},
  ) => {
    const stage = await bookingStage({ settings });
    await reachable(stage.context, stage, preferences);
    await stage.book();
    const [event] = stage.events('BookingConfirmed');
    if (!event) throw new Error('no event');
    const rows = await tellAbout(stage.context, event, memoryQueues().queues);
    return rows.map(({ channel }) => channel);
  };

  test('for who has a phone and wants them', async () => {
    expect(await channels(() => ({}))).toEqual(['email', 'sms', 'email', 'sms']);
  });

  test.each([
    ['a person who does not want them', () => ({ sms: false }), {}],
    ['a person without a phone', () => ({ phone: '' }), {}],
    ['a school that sends none', () => ({}), { messages: { sms: false } }],
  ])('not for %s', async (_, preferences, settings) => {
    expect(await channels(preferences, settings)).toEqual(['email', 'email']);
  });
});

test('a group of 45 is told by 92 messages, a failing one keeps nobody else from being told', async () => {
  const stage = await bookingStage({ students: 45 });
  await reachable(stage.context, stage);
  await stage.book({
    ...{ bookingTypeId: stage.types.theory, vehicleId: undefined, studentIds: stage.students },
  });
  const [event] = stage.events('BookingConfirmed');
  if (!event) throw new Error('no event');
  const { queues, sent } = memoryQueues();
  let calls = 0;
  const broken = {
    enqueue: async (...message: Parameters<typeof queues.enqueue>) => {
      calls += 1;
      if (calls === 10) throw new Error('throttled');
      await queues.enqueue(...message);
    },
  };
  await expect(tellAbout(stage.context, event, broken)).rejects.toThrow('throttled');

  expect(sent).toHaveLength(91);
  expect(stage.world.rowsOf('notification')).toHaveLength(92);
  expect(stage.world.rowsOf('told')).toHaveLength(92);
});
