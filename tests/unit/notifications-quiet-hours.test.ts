import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SendingLimits } from '../../domain/notifications/limits.ts';
import { isUrgent, quietUntil } from '../../domain/notifications/quiet-hours.ts';
import { untouchedNotifications } from '../../domain/notifications/requeue.ts';
import { sendByEmail, sendBySms } from '../../domain/notifications/send-notification.ts';
import { DAY, HOUR, instant, MINUTE, plusMilliseconds } from '../../domain/shared/instant.ts';
import { localDateTime } from '../../domain/shared/time.ts';
import { sweepDue } from '../../domain/store/sweep-due.ts';
import { messageStage } from '../support/booking-messages.ts';
import { only, texted, welcomed } from '../support/notification-stage.ts';
import { memoryEmail, memorySms } from '../support/notifications.ts';
import { TEST_NOW } from '../support/store-world.ts';

const ZONE = 'Europe/Copenhagen';
const NIGHT = { from: '21:00', to: '08:00' };
const at = (text: string) => instant(`${text}:00.000Z`);

describe('quiet hours', () => {
  test.each([
    // winter, UTC+1: 21:00 is 20:00Z
    ['2026-11-23T19:59', NIGHT, null],
    ['2026-11-23T20:00', NIGHT, '2026-11-24T07:00'],
    ['2026-11-23T23:30', NIGHT, '2026-11-24T07:00'],
    ['2026-11-24T06:59', NIGHT, '2026-11-24T07:00'],
    ['2026-11-24T07:00', NIGHT, null],
    // the night that is an hour shorter: 21:00 is 20:00Z, 08:00 is 06:00Z
    ['2027-03-27T20:00', NIGHT, '2027-03-28T06:00'],
    ['2027-03-28T00:59', NIGHT, '2027-03-28T06:00'],
    ['2027-03-28T01:00', NIGHT, '2027-03-28T06:00'],
    ['2027-03-28T06:00', NIGHT, null],
    // the night that is an hour longer: 21:00 is 19:00Z, 08:00 is 07:00Z
    ['2027-10-30T18:59', NIGHT, null],
    ['2027-10-30T19:00', NIGHT, '2027-10-31T07:00'],
    ['2027-10-31T00:30', NIGHT, '2027-10-31T07:00'],
    ['2027-10-31T01:30', NIGHT, '2027-10-31T07:00'],
    ['2027-10-31T06:59', NIGHT, '2027-10-31T07:00'],
    // ends in the hour that comes twice: the first 02:30 ends it, the second does not begin it again
    ['2027-10-31T00:29', { from: '22:00', to: '02:30' }, '2027-10-31T00:30'],
    ['2027-10-31T01:10', { from: '22:00', to: '02:30' }, null],
    // ends in the hour that is skipped: 02:30 is 03:30, 01:30Z
    ['2027-03-28T01:10', { from: '22:00', to: '02:30' }, '2027-03-28T01:30'],
    ['2027-03-28T01:30', { from: '22:00', to: '02:30' }, null],
    // within a day, and none at all
    ['2026-11-23T11:30', { from: '12:00', to: '13:00' }, '2026-11-23T12:00'],
    ['2026-11-23T12:00', { from: '12:00', to: '13:00' }, null],
    ['2026-11-23T23:30', { from: '00:00', to: '00:00' }, null],
  ] as const)('at %sZ with %o they end at %s', (now, hours, until) => {
    expect(quietUntil(at(now), hours, ZONE)).toBe(until && at(until));
  });

  test('end after now and within a day and an hour, when they hold at all', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
      .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
    const moment = fc
      .integer({ min: 0, max: 2 * 365 * 24 * 12 })
      .map((n) => plusMilliseconds(instant('2026-10-01T00:00:00Z'), n * 5 * MINUTE));
    fc.assert(
      fc.property(moment, clock, clock, (now, from, to) => {
        const until = quietUntil(now, { from, to }, ZONE);
        const { time } = localDateTime(now, ZONE);
        const shows = from < to ? from <= time && time < to : time >= from || time < to;
        if (until === null) {
          // What the clock shows says the same, but in a night that changes it.
          if (from !== to && !/-(03-28|03-29|10-25|10-31)T/.test(now)) expect(shows).toBe(false);
          return;
        }
        expect(until > now).toBe(true);
        expect(until <= plusMilliseconds(now, DAY + HOUR)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('what does not wait for the morning', () => {
  const lesson = (inHours: number, before?: number) => ({
    bookingId: 'bkg_1',
    ...{ bookingVersion: 1, role: 'student' as const },
    ...{ startsAt: plusMilliseconds(TEST_NOW, inHours * HOUR), endsAt: TEST_NOW },
    ...(before !== undefined && {
      previously: { startsAt: plusMilliseconds(TEST_NOW, before * HOUR), endsAt: TEST_NOW },
    }),
  });
  test.each([
    ['booking_cancelled', lesson(11), true],
    ['booking_cancelled', lesson(12), true],
    ['booking_cancelled', lesson(13), false],
    ['booking_cancelled', lesson(-1), false],
    ['booking_moved', lesson(2), true],
    // away from tomorrow morning: that it is not then is what matters tonight
    ['booking_moved', lesson(100, 10), true],
    ['booking_moved', lesson(100, 90), false],
    ['booking_confirmed', lesson(2), false],
    ['booking_reminder', lesson(2), false],
    ['password_changed', undefined, true],
    ['staff_message', undefined, false],
  ] as const)('%s %o: %s', (kind, booking, expected) => {
    expect(isUrgent({ kind, booking }, TEST_NOW)).toBe(expected);
  });
});

/** 2026-11-23 at some hour in Copenhagen: the stage's clock begins at 09:00. */
const evening = { school: {} };

describe('an SMS in quiet hours', () => {
  const hold = async () => {
    const all = await texted(evening);
    all.pass(13 * HOUR);
    const sms = memorySms();
    await sendBySms(all.context, all.message, sms.provider, all.options);
    return { all, sms };
  };

  test('is held, untried, and due when they end', async () => {
    const { all, sms } = await hold();

    expect(sms.attempts()).toBe(0);
    expect(only(all)).toMatchObject({
      ...{ status: 'held', attempts: 0, lastError: 'quiet_hours' },
      dueAt: '2026-11-24T07:00:00.000Z',
    });
    expect(only(all)).not.toHaveProperty('claimedUntil');
  });

  test('goes once when the sweep finds them over, and not before', async () => {
    const { all, sms } = await hold();
    const sweep = () => sweepDue(all.context, [untouchedNotifications(all.queues)]);
    await sweep();
    expect(all.sent).toEqual([]);

    all.pass(10 * HOUR);
    await Promise.all([sweep(), sweep()]);
    expect(all.sent).toHaveLength(1);
    for (const { message } of [...all.sent, ...all.sent]) {
      await sendBySms(all.context, message, sms.provider, all.options);
    }

    expect(sms.taken).toHaveLength(1);
    expect(only(all)).toMatchObject({ status: 'sent', attempts: 1 });
    expect(sms.lookUps()).toBe(0);
  });

  test('of a lesson cancelled ten hours ahead goes in the night, thirteen ahead in the morning', async () => {
    const all = await messageStage();
    const soon = await all.book({ startsAt: '2026-12-01T09:00:00Z' });
    const later = await all.book({ startsAt: '2026-12-01T12:00:00Z' });
    await all.tell();
    await all.send();

    // midnight in Copenhagen
    all.at(instant('2026-11-30T23:00:00Z'));
    for (const { id } of [soon, later]) await all.cancel(id);
    await all.tell();
    await all.send();

    const [student] = all.students;
    const cancelled = (bookingId: string) =>
      all.rows(
        ({ personId, channel, kind, booking }) =>
          personId === student &&
          channel === 'sms' &&
          kind === 'booking_cancelled' &&
          booking?.bookingId === bookingId,
      );
    expect(cancelled(soon.id)).toMatchObject([{ status: 'sent' }]);
    expect(cancelled(later.id)).toMatchObject([
      { status: 'held', dueAt: '2026-12-01T07:00:00.000Z' },
    ]);
  });

  test('mail does not wait', async () => {
    const all = await welcomed();
    all.pass(13 * HOUR);
    const { provider, mails } = memoryEmail();
    await sendByEmail(all.context, all.message, provider, all.options);

    expect(mails).toHaveLength(1);
  });
});

describe('limits on what goes out', () => {
  const until = plusMilliseconds(TEST_NOW, MINUTE);
  const full =
    (limit: 'school' | 'number'): SendingLimits['take'] =>
    async (asked) =>
      asked === limit ? until : null;

  test.each(['school', 'number'] as const)('over the limit of a %s an SMS waits', async (limit) => {
    const all = await texted();
    const sms = memorySms();
    const limits = { take: full(limit) };
    await sendBySms(all.context, all.message, sms.provider, { ...all.options, limits });

    expect(sms.attempts()).toBe(0);
    expect(only(all)).toMatchObject({ status: 'held', lastError: 'limit', dueAt: until });
  });

  test('are counted by the school and by the number’s keyed hash', async () => {
    const all = await texted();
    const asked: string[][] = [];
    const limits: SendingLimits = {
      take: async (limit, whose) => {
        asked.push([limit, whose]);
        return null;
      },
    };
    await sendBySms(all.context, all.message, memorySms().provider, { ...all.options, limits });

    expect(asked).toEqual([
      ['school', all.schoolId],
      ['number', all.context.keys.suppression('+4520123456')],
    ]);
  });
});
