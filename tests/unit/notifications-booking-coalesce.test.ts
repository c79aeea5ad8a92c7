import { describe, expect, test } from 'vitest';
import { momentOf, type Told } from '../../domain/notifications/coalesce.ts';
import { instant } from '../../domain/shared/instant.ts';
import { messageStage, storyOf } from '../support/booking-messages.ts';

/** A road lesson on 1 December at 11:00 in Copenhagen, told and sent to its student and teacher. */
async function toldLesson(options: Parameters<typeof messageStage>[0] = {}) {
  const all = await messageStage(options);
  const { id } = await all.book();
  await all.tell();
  await all.send();
  all.mails.length = 0;
  all.texts.length = 0;
  const [student, teacher] = [all.students[0], all.teachers[0]];
  return { ...all, id, student, teacher, story: () => storyOf(all.rows(), student) };
}

const subjects = (all: { mails: { subject: string }[] }) => all.mails.map(({ subject }) => subject);

describe('changes of a booking', () => {
  test('a confirmation goes at once, to student and teacher, by mail and SMS', async () => {
    const all = await messageStage();
    await all.book();
    await all.tell();
    await all.send();

    expect(all.mails.map(({ to }) => to.address).sort()).toEqual([
      'student-0@example.dk',
      'teacher-0@example.dk',
    ]);
    expect(all.texts).toHaveLength(2);
    expect(all.rows().map(({ status }) => status)).toEqual(['sent', 'sent', 'sent', 'sent']);
    all.soundMessages();
  });

  test('three moves within two minutes are one message with the last state', async () => {
    const all = await toldLesson();
    for (const hour of [12, 13, 14]) {
      await all.move(all.id, { startsAt: `2026-12-01T${hour}:00:00Z` });
      await all.tell();
      all.soundMessages();
      all.pass(50);
      await all.sweep();
      if (hour < 14) expect(all.queued).toEqual([]);
    }
    await all.send();

    expect(subjects(all)).toEqual([
      'Ændret: Road tirs. 1. dec. kl. 15.00',
      'Ændret: Road tirs. 1. dec. kl. 15.00',
    ]);
    expect(all.mails[0]?.text).toContain('Før: tirsdag den 1. december 2026 kl. 11.00-11.45');
    expect(all.texts).toHaveLength(2);
    expect(all.story()).toEqual([
      ['booking_confirmed', 'sent'],
      ['booking_moved', 'superseded'],
      ['booking_moved', 'superseded'],
      ['booking_moved', 'sent'],
    ]);
    all.soundMessages();
  });

  test('the wait is counted from the first change: later ones do not put it off', async () => {
    const all = await toldLesson();
    await all.move(all.id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.tell();
    all.pass(119);
    await all.move(all.id, { startsAt: '2026-12-01T13:00:00Z' });
    await all.tell();
    await all.sweep();
    expect(all.queued).toEqual([]);
    all.pass(1);
    await all.sweep();

    expect(all.queued).toHaveLength(4);
  });

  test('what waits is enqueued by the sweep alone, not by a copy of its event, and sent by nobody before', async () => {
    const all = await toldLesson();
    await all.move(all.id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.tell();
    const [moved] = all.events().slice(-1);
    if (moved) await all.tellOne(moved);
    expect(all.queued).toEqual([]);

    for (const row of all.rows(({ status }) => status === 'queued')) {
      await all.sendOne({ channel: row.channel, message: row });
    }
    expect(all.mails).toEqual([]);

    all.pass(200);
    await Promise.all([all.sweep(), all.sweep(), all.sweep()]);
    expect(all.queued).toHaveLength(4);
    all.soundMessages();
  });

  test('a cancellation goes at once and ends what waited', async () => {
    const all = await toldLesson();
    await all.move(all.id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.tell();
    all.pass(30);
    await all.cancel(all.id);
    await all.tell();
    await all.send();
    all.pass(600);
    await all.sweep();
    await all.send();

    expect(all.story()).toEqual([
      ['booking_confirmed', 'sent'],
      ['booking_moved', 'superseded'],
      ['booking_cancelled', 'sent'],
    ]);
    expect(subjects(all)).toHaveLength(2);
    // The reader knows the lesson by the time that was told.
    expect(all.mails[0]?.text).toContain('Før: tirsdag den 1. december 2026 kl. 11.00-11.45');
    all.soundMessages();
  });

  test('an older event that comes late is superseded from the start', async () => {
    const all = await messageStage();
    const { id } = await all.book();
    await all.move(id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.move(id, { startsAt: '2026-12-01T13:00:00Z' });
    for (const event of all.events().reverse()) await all.tellOne(event);
    await all.send();

    expect(storyOf(all.rows(), all.students[0])).toEqual([
      ['booking_confirmed', 'superseded'],
      ['booking_moved', 'superseded'],
      ['booking_moved', 'sent'],
    ]);
    expect(all.mails[0]?.subject).toContain('14.00');
    all.soundMessages();
  });

  test('copies of every event add nothing', async () => {
    const all = await toldLesson();
    await all.move(all.id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.tell();
    const before = all.rows().length;
    for (const event of [...all.events(), ...all.events()]) await all.tellOne(event);
    await all.send();

    expect(all.rows()).toHaveLength(before);
    expect(all.mails).toEqual([]);
  });

  test('a school that does not wait is told of every move at once', async () => {
    const all = await toldLesson({ settings: { messages: { coalesceSeconds: 0 } } });
    await all.move(all.id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.tell();
    expect(all.queued).toHaveLength(4);
    all.soundMessages();
  });

  test('another teacher: the old one is told it is off, the new one that it is on, both at once', async () => {
    const all = await toldLesson();
    await all.move(all.id, { teacherId: all.teachers[1] as string });
    await all.tell();
    await all.send();

    expect(storyOf(all.rows(), all.teachers[0]).at(-1)).toEqual(['booking_cancelled', 'sent']);
    expect(storyOf(all.rows(), all.teachers[1])).toEqual([['booking_confirmed', 'sent']]);
    expect(all.story().at(-1)).toEqual(['booking_moved', 'queued']);
    all.soundMessages();
  });
});

describe('the moment of a change', () => {
  const startsAt = instant('2026-12-01T10:00:00.000Z');
  const told: Told = { covered: 3, standing: true, startsAt, endsAt: startsAt };
  const pending = {
    version: 5,
    standing: true,
    notificationId: 'ntf_1',
    notBefore: startsAt,
    startsAt,
    endsAt: startsAt,
  };

  const change = { standing: true, mayWait: true };
  const cancelled = { standing: false, mayWait: false };

  test.each([
    ['the first word', null, { version: 4, ...change }, 'at_once'],
    ['a change', told, { version: 4, ...change }, 'waits'],
    ['a cancellation', told, { version: 4, ...cancelled }, 'at_once'],
    [
      'a cancellation while another waits',
      { ...told, pending },
      { version: 6, ...cancelled },
      'at_once',
    ],
    ['coming back', { ...told, standing: false }, { version: 4, ...change }, 'at_once'],
    [
      'a second cancellation',
      { ...told, standing: false },
      { version: 5, ...cancelled },
      'at_once',
    ],
    ['the same again', told, { version: 3, ...change }, 'outdated'],
    ['older than what waits', { ...told, pending }, { version: 4, ...change }, 'outdated'],
    ['an old cancellation', { ...told, pending }, { version: 4, ...cancelled }, 'outdated'],
    ['newer than what waits', { ...told, pending }, { version: 6, ...change }, 'waits'],
  ] as const)('of %s', (_, before, next, moment) => {
    expect(momentOf(before, next, 120)).toBe(moment);
  });
});
