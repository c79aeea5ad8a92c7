import { describe, expect, test } from 'vitest';
import { messageStage, storyOf } from '../support/booking-messages.ts';

/** What became of the messages to the student, mail and SMS: kind, status, why. */
const endings = (all: Awaited<ReturnType<typeof messageStage>>, kind: string) =>
  all
    .rows((row) => row.personId === all.students[0] && row.kind === kind)
    .map(({ status, lastError }) => `${status} ${lastError ?? ''}`.trim());

describe('just before sending', () => {
  test('a confirmation of a time that is no longer the lesson’s is not sent: the move will be', async () => {
    const all = await messageStage();
    const { id } = await all.book();
    await all.tell();
    await all.move(id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.send();
    expect(all.mails).toEqual([]);
    expect(endings(all, 'booking_confirmed')).toEqual([
      'superseded booking_moved',
      'superseded booking_moved',
    ]);
    await all.tell();
    all.pass(121);
    await all.sweep();
    await all.send();

    expect(endings(all, 'booking_moved')).toEqual(['sent', 'sent']);
    all.soundMessages();
  });

  test('a cancelled lesson is not announced as standing', async () => {
    const all = await messageStage();
    const { id } = await all.book();
    await all.tell();
    await all.cancel(id);
    await all.send();
    await all.tell();
    await all.send();

    expect(endings(all, 'booking_confirmed')).toEqual([
      'superseded booking_cancelled',
      'superseded booking_cancelled',
    ]);
    expect(endings(all, 'booking_cancelled')).toEqual(['sent', 'sent']);
  });

  test('who has left the group is not told that they are in it', async () => {
    const all = await messageStage();
    const [first, second] = all.students as string[] as [string, string];
    const { id } = await all.book({
      ...{ bookingTypeId: all.types.trio, studentIds: [first, second] },
    });
    await all.tell();
    await all.remove(id, first);
    await all.send();

    expect(endings(all, 'booking_confirmed')).toEqual([
      'superseded no_longer_taking_part',
      'superseded no_longer_taking_part',
    ]);
    expect(storyOf(all.rows(), second)).toEqual([['booking_confirmed', 'sent']]);
  });

  test('when the lesson is over nothing of it matters: expired', async () => {
    const all = await messageStage();
    const { id } = await all.book();
    const { id: off } = await all.book({ startsAt: '2026-12-01T11:00:00Z' });
    await all.tell();
    await all.cancel(off);
    await all.tell();
    all.at('2026-12-01T12:00:00Z');
    await all.complete(id, {
      attendance: [{ studentId: all.students[0] as string, status: 'attended' }],
    });
    await all.send();
    await all.tell();
    await all.send();

    expect(new Set(endings(all, 'booking_confirmed'))).toEqual(new Set(['expired lesson_over']));
    expect(endings(all, 'booking_cancelled')).toEqual([
      'expired lesson_over',
      'expired lesson_over',
    ]);
    expect(endings(all, 'booking_completed')).toEqual(['sent']);
    expect(all.mails.map(({ subject }) => subject)).toEqual([
      'Gennemført: Road tirs. 1. dec. kl. 11.00',
    ]);
  });
});

describe('a reminder', () => {
  test('goes once to everybody by each channel, however often and in how many sweeps at once', async () => {
    const all = await messageStage();
    await all.book();
    await all.tell();
    await all.send();
    all.mails.length = 0;
    all.texts.length = 0;
    all.at('2026-11-30T10:00:00Z');
    await Promise.all([all.sweep(), all.sweep(), all.sweep()]);
    await all.sweep();
    await all.tell();
    await all.tell();
    await all.send();

    expect(all.mails.map(({ to }) => to.address).sort()).toEqual([
      'student-0@example.dk',
      'teacher-0@example.dk',
    ]);
    expect(all.mails[0]?.text).toContain('om 24 timer');
    expect(all.mails[0]).not.toHaveProperty('calendar');
    expect(all.texts.map(({ body }) => body)).toEqual([
      expect.stringContaining('Husk Road om 24 timer, tirs. 1. dec. kl. 11.00.'),
      expect.stringContaining('Husk Road om 24 timer'),
    ]);
    all.at('2026-12-01T08:00:00Z');
    await all.sweep();
    await all.tell();
    await all.send();
    expect(all.mails).toHaveLength(4);
    expect(all.mails[2]?.text).toContain('om 2 timer');
    all.soundMessages();
  });

  test.each([
    ['moved', 'superseded booking_moved'],
    ['cancelled', 'superseded booking_cancelled'],
    ['begun', 'expired lesson_begun'],
  ])('of a lesson that is %s meanwhile is not sent', async (what, ending) => {
    const all = await messageStage();
    const { id } = await all.book();
    all.at('2026-12-01T08:00:00Z');
    await all.sweep();
    await all.tell();
    if (what === 'moved') await all.move(id, { startsAt: '2026-12-02T10:00:00Z' });
    if (what === 'cancelled') await all.cancel(id);
    if (what === 'begun') all.at('2026-12-01T10:00:00Z');
    await all.send();

    expect(endings(all, 'booking_reminder')).toEqual([ending, ending]);
  });
});

describe('what a mail about a lesson holds', () => {
  test('a student sees the teacher and no other student, the teacher sees them all', async () => {
    const all = await messageStage();
    await all.book({ bookingTypeId: all.types.trio, studentIds: all.students });
    await all.tell();
    await all.send();
    const mailTo = (address: string) =>
      JSON.stringify(all.mails.find(({ to }) => to.address === address));

    expect(mailTo('student-0@example.dk')).toContain('Teacher 0');
    expect(mailTo('student-0@example.dk')).not.toMatch(/Student [12]/);
    expect(mailTo('teacher-0@example.dk')).toContain('Student 0, Student 1, Student 2');
    const entry = all.mails.find(({ to }) => to.address === 'teacher-0@example.dk')?.calendar;
    expect(JSON.stringify(entry)).not.toMatch(/Student \d/);
    expect(JSON.stringify(all.texts)).not.toMatch(/Student \d/);
  });

  test('its calendar entry has one UID and a rising SEQUENCE, and is taken back when it is off', async () => {
    const all = await messageStage();
    const { id } = await all.book();
    await all.tell();
    await all.send();
    await all.move(id, { startsAt: '2026-12-01T12:00:00Z' });
    await all.tell();
    all.pass(121);
    await all.sweep();
    await all.send();
    await all.cancel(id);
    await all.tell();
    await all.send();
    const entries = all.mails
      .filter(({ to }) => to.address === 'student-0@example.dk')
      .map(({ calendar }) => calendar);

    expect(entries.map((entry) => entry?.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
    expect(new Set(all.mails.map(({ calendar }) => calendar?.uid))).toEqual(
      new Set([`${id}@just-driving`]),
    );
    const sequences = entries.map((entry) => entry?.sequence ?? -1);
    expect(sequences).toEqual([0, 1, 2]);
    expect(entries[1]).toMatchObject({
      startsAt: '2026-12-01T12:00:00.000Z',
      organizer: { name: 'Nordby Køreskole', email: 'post@nordby.example.dk' },
      attendee: { name: 'Student 0', email: 'student-0@example.dk' },
    });
  });
});
