import { describe, expect, test } from 'vitest';
import { ProviderError } from '../../domain/notifications/provider.ts';
import { sendByEmail } from '../../domain/notifications/send-notification.ts';
import { type MessageStage, messageStage, SENDING, storyOf } from '../support/booking-messages.ts';
import { memoryEmail } from '../support/notifications.ts';

/** A class of three with one student and its teacher, who know of it. */
async function toldClass(options: Parameters<typeof messageStage>[0] = {}) {
  const all = await messageStage(options);
  const [first, second] = all.students as string[] as [string, string];
  const { id } = await all.book({ bookingTypeId: all.types.trio, location: 'Nord' });
  await all.tell();
  await all.send();
  forget(all);
  return { all, id, first, second, teacher: all.teachers[0] as string };
}

function forget({ mails, texts }: MessageStage): void {
  mails.length = 0;
  texts.length = 0;
}

/** Lets the wait pass and everything be sent. */
async function waitAndSend(all: MessageStage): Promise<void> {
  all.pass(121);
  await all.sweep();
  await all.send();
}

const toldBy = (all: MessageStage) => ({
  mails: all.mails.map(({ to, subject }) => `${to.address} ${subject.split(':')[0]}`).sort(),
  texts: all.texts.length,
});

describe('a student who is added, taken out and added again', () => {
  test('before anything was sent is told once that they take part, and so is the teacher', async () => {
    const { all, id, second, teacher } = await toldClass();

    await all.add(id, [second]);
    await all.remove(id, second);
    await all.add(id, [second]);
    await all.tell();
    await waitAndSend(all);

    expect(toldBy(all)).toEqual({
      mails: ['student-1@example.dk Booket', 'teacher-0@example.dk Nye deltagere'],
      texts: 1,
    });
    for (const channel of ['email', 'sms'] as const) {
      const endings = storyOf(all.rows(), second, channel).map(([, status]) => status);
      expect(endings).toEqual(['superseded', 'superseded', 'sent']);
    }
    const changed = all.mails.find(({ to }) => to.address === 'teacher-0@example.dk');
    expect(changed?.text).toContain('Elever: Student 0, Student 1\n');
    expect(storyOf(all.rows(), teacher).map(([, status]) => status)).toEqual([
      ...['sent', 'superseded', 'superseded', 'sent'],
    ]);
    all.soundMessages();
  });

  test('is told each step at once when each was sent before the next; the teacher hears the last', async () => {
    const { all, id, second } = await toldClass();
    const step = async (change: Promise<unknown>) => {
      await change;
      await all.tell();
      await all.send();
      all.pass(10);
    };

    await step(all.add(id, [second]));
    await step(all.remove(id, second));
    await step(all.add(id, [second]));
    await waitAndSend(all);

    expect(toldBy(all)).toEqual({
      mails: [
        ...['student-1@example.dk Aflyst', 'student-1@example.dk Booket'],
        ...['student-1@example.dk Booket', 'teacher-0@example.dk Nye deltagere'],
      ],
      texts: 3,
    });
    all.soundMessages();
  });

  test('who is added and taken out again in the end is out, and the teacher hears of nothing', async () => {
    const { all, id, second } = await toldClass();
    await all.add(id, [second]);
    await all.tell();
    await all.send();
    await all.remove(id, second);
    await all.tell();
    await all.send();
    await waitAndSend(all);

    expect(toldBy(all)).toEqual({
      mails: ['student-1@example.dk Aflyst', 'student-1@example.dk Booket'],
      texts: 2,
    });
    all.soundMessages();
  });

  test('who was there before, and is taken out and put back, hears of nothing', async () => {
    const { all, id, first } = await toldClass();
    await all.remove(id, first);
    await all.tell();
    all.pass(30);
    await all.add(id, [first]);
    await all.tell();
    await waitAndSend(all);

    expect(toldBy(all)).toEqual({ mails: [], texts: 0 });
    expect(storyOf(all.rows(), first)).toEqual([
      ['booking_confirmed', 'sent'],
      ['booking_cancelled', 'superseded'],
      ['booking_confirmed', 'superseded'],
    ]);
    all.soundMessages();
  });
});

test('of two messages that say the same and are sent at the same time the newer one goes', async () => {
  const { all, id, second } = await toldClass();
  await all.add(id, [second]);
  await all.cancel(id, { studentId: second, onBehalfOf: 'student' });
  await all.add(id, [second]);
  await all.tell();
  await Promise.all(all.queued.splice(0).map(all.sendOne));

  expect(toldBy(all)).toEqual({ mails: ['student-1@example.dk Booket'], texts: 1 });
  expect(storyOf(all.rows(), second)).toEqual([
    ['booking_confirmed', 'superseded'],
    ['booking_cancelled', 'superseded'],
    ['booking_confirmed', 'sent'],
  ]);
  all.soundMessages();
});

describe('who leaves a class', () => {
  test('by a cancellation is told at once', async () => {
    const { all, id, second } = await toldClass();
    await all.add(id, [second]);
    await all.tell();
    await all.send();
    await all.cancel(id, { studentId: second, onBehalfOf: 'student' });
    await all.tell();
    await all.send();

    expect(storyOf(all.rows(), second).at(-1)).toEqual(['booking_cancelled', 'sent']);
    all.soundMessages();
  });

  test('because the school takes them out is told at once, the teacher when the wait is over', async () => {
    const { all, id, first } = await toldClass();
    await all.remove(id, first);
    await all.tell();
    await all.send();
    expect(toldBy(all)).toEqual({ mails: ['student-0@example.dk Aflyst'], texts: 1 });
    await waitAndSend(all);

    expect(toldBy(all)).toEqual({
      mails: ['student-0@example.dk Aflyst', 'teacher-0@example.dk Nye deltagere'],
      texts: 1,
    });
    all.soundMessages();
  });

  test('is told of it even when the whole class is cancelled meanwhile', async () => {
    const { all, id, first } = await toldClass();
    await all.remove(id, first);
    await all.cancel(id);
    await all.tell();
    await all.send();
    await waitAndSend(all);

    expect(toldBy(all).mails).toEqual([
      ...['student-0@example.dk Aflyst', 'teacher-0@example.dk Aflyst'],
    ]);
    all.soundMessages();
  });
});

describe('a change after which everything is for its reader as they were told', () => {
  test.each([
    [
      'a lesson moved there and back again',
      { startsAt: '2026-12-01T12:00:00Z' },
      { startsAt: '2026-12-01T10:00:00Z' },
    ],
    ['another place and the old one', { location: 'Syd' }, { location: 'Nord' }],
    ['another car', { vehicleId: 1 }, {}],
  ])('is not told: %s', async (_, there, back) => {
    const { all, id } = await toldClass();
    const [, car] = all.vehicles;
    await all.move(id, 'vehicleId' in there ? { vehicleId: car as string } : there);
    await all.tell();
    await all.move(id, back);
    await all.tell();
    await waitAndSend(all);

    expect(toldBy(all)).toEqual({ mails: [], texts: 0 });
    expect(
      new Set(all.rows(({ status }) => status === 'superseded').map((row) => row.lastError)),
    ).toContain('nothing_new');
    all.soundMessages();
  });

  test('is told where the first message never went out', async () => {
    const all = await messageStage();
    const { id } = await all.book();
    await all.tell();
    await all.move(id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.send(); // 10:00 is not so any more
    await all.move(id, { startsAt: '2026-12-01T10:00:00Z' });
    await all.tell();
    await waitAndSend(all);

    expect(toldBy(all)).toEqual({
      mails: ['student-0@example.dk Ændret', 'teacher-0@example.dk Ændret'],
      texts: 2,
    });
    all.soundMessages();
  });

  test('is told where it took two tries to send the first message', async () => {
    const all = await messageStage();
    const { id } = await all.book();
    await all.tell();
    const { provider } = memoryEmail((_, attempt) => {
      if (attempt === 1) throw new ProviderError('retry', 'throttled');
    });
    for (const { channel, message } of all.queued.splice(0)) {
      if (channel === 'sms') continue;
      const send = () => sendByEmail(all.context, message, provider, SENDING);
      await send().catch(send);
    }
    await all.move(id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.move(id, { startsAt: '2026-12-01T10:00:00Z' });
    await all.tell();
    await waitAndSend(all);

    // The other one's went out at once.
    expect(toldBy(all).mails).toEqual([expect.stringContaining('Ændret')]);
  });

  test('is told where the place is old and the students are new', async () => {
    const { all, id, second } = await toldClass();
    await all.move(id, { location: 'Syd' });
    await all.add(id, [second]);
    await all.move(id, { location: 'Nord' });
    await all.tell();
    await waitAndSend(all);

    const teachers = all.mails.filter(({ to }) => to.address === 'teacher-0@example.dk');
    expect(teachers).toHaveLength(1);
    expect(teachers[0]?.text).toContain('Elever: Student 0, Student 1\n');
    all.soundMessages();
  });
});
