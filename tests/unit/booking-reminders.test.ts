import { describe, expect, it } from 'vitest';
import { dueBookings } from '../../domain/scheduling/due-bookings.ts';
import { type BookingStage, bookingStage, type StageOptions } from '../support/booking-stage.ts';

const LESSON = '2026-12-01T10:00:00Z';
const told = (stage: BookingStage) =>
  stage.events('BookingReminderDue').map(({ data }) => {
    const { startsAt, hoursBefore } = data as { startsAt: string; hoursBefore: number };
    return `${hoursBefore} h before ${startsAt.slice(0, 16)}`;
  });

async function booked(options: StageOptions = {}) {
  const stage = await bookingStage(options);
  const { id } = await stage.book({ startsAt: LESSON });
  return { stage, id };
}

describe('reminders of a lesson', () => {
  it('come 24 and 2 hours before, each once, though the sweep runs twice', async () => {
    const { stage } = await booked();

    for (const moment of ['2026-11-30T09:59:59Z', '2026-11-30T10:00:00Z', '2026-12-01T08:00:00Z']) {
      stage.at(moment);
      await stage.sweep();
      await stage.sweep();
    }
    stage.at('2026-12-01T12:00:00Z');
    await stage.sweep();

    expect(told(stage)).toEqual(['24 h before 2026-12-01T10:00', '2 h before 2026-12-01T10:00']);
    stage.audited();
  });

  it('come once from three sweeps at the same moment, whatever gets lost', async () => {
    for (let seed = 1; seed <= 15; seed++) {
      const { stage } = await booked({ seed, rates: { conflict: 0.2, 'timeout-after': 0.2 } });
      stage.at('2026-11-30T10:01:00Z');

      await Promise.all([stage.sweep(), stage.sweep(), stage.sweep()]);
      await stage.sweep();

      expect(told(stage)).toEqual(['24 h before 2026-12-01T10:00']);
      stage.audited();
    }
  }, 30_000);

  it('that were missed for six hours are caught up, and stale ones skipped', async () => {
    const { stage } = await booked();
    stage.at('2026-11-30T09:00:00Z');
    await stage.sweep();

    stage.at('2026-11-30T15:00:00Z');
    await stage.sweep();
    expect(told(stage)).toEqual(['24 h before 2026-12-01T10:00']);
    // from 07:00 to 13:00: the two hours before came and went, and the lesson with them
    stage.at('2026-12-01T13:00:00Z');
    await stage.sweep();

    expect(told(stage)).toHaveLength(1);
    stage.audited();
  });

  it('that were both missed are told as the later one alone', async () => {
    const { stage } = await booked();
    stage.at('2026-12-01T09:00:00Z');

    await stage.sweep();

    expect(told(stage)).toEqual(['2 h before 2026-12-01T10:00']);
  });

  it('follow a move: none for the old time', async () => {
    const { stage, id } = await booked();
    await stage.move(id, { startsAt: '2026-12-03T10:00:00Z' });

    for (const moment of ['2026-11-30T10:05:00Z', '2026-12-01T08:05:00Z', '2026-12-02T10:05:00Z']) {
      stage.at(moment);
      await stage.sweep();
    }

    expect(told(stage)).toEqual(['24 h before 2026-12-03T10:00']);
  });

  it('come again for the new time of a lesson that was moved after its reminder', async () => {
    const { stage, id } = await booked();
    stage.at('2026-11-30T10:05:00Z');
    await stage.sweep();
    await stage.move(id, { startsAt: '2026-12-04T10:00:00Z' });
    stage.at('2026-12-03T10:05:00Z');
    await stage.sweep();

    expect(told(stage)).toEqual(['24 h before 2026-12-01T10:00', '24 h before 2026-12-04T10:00']);
  });

  it('are not sent of what was moved or cancelled while the sweep was on its way', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { stage, id } = await booked({ seed });
      const second = await stage.book({ startsAt: '2026-12-01T10:45:00Z' });
      stage.at('2026-11-30T11:00:00Z');

      await Promise.all([
        stage.sweep(),
        stage.move(id, { startsAt: '2026-12-08T10:00:00Z' }),
        stage.cancel(second.id),
      ]);
      await stage.sweep();

      // Whatever was reminded of stood at that moment: its event tells an older version than the change.
      for (const { subject } of stage.events('BookingReminderDue')) expect(subject.version).toBe(2);
      stage.audited();
    }
  }, 30_000);

  it('do not come after a cancellation, or for a draft', async () => {
    const { stage, id } = await booked();
    await stage.cancel(id);
    await stage.book({ startsAt: '2026-12-01T12:00:00Z', draft: true });

    for (const moment of ['2026-11-30T12:05:00Z', '2026-12-01T10:05:00Z']) {
      stage.at(moment);
      await stage.sweep();
    }

    expect(told(stage)).toEqual([]);
    stage.audited();
  });

  it.each([
    ['a note', (stage: BookingStage, id: string) => stage.move(id, { notes: 'bring glasses' })],
    [
      'a student',
      (stage: BookingStage, id: string) => stage.add(id, [stage.students[1] as string]),
    ],
    [
      'one less',
      (stage: BookingStage, id: string) => stage.remove(id, stage.students[0] as string),
    ],
  ])('are not lost to %s written between their moment and the sweep', async (_, change) => {
    const stage = await bookingStage();
    const { id } = await stage.book({ startsAt: LESSON, bookingTypeId: stage.types.trio });
    stage.at('2026-11-30T10:01:00Z');

    await change(stage, id);
    stage.at('2026-11-30T10:05:00Z');
    await stage.sweep();
    await stage.sweep();

    expect(told(stage)).toEqual(['24 h before 2026-12-01T10:00']);
    stage.audited();
  });

  it('of a lesson booked later than their moment do not come', async () => {
    const stage = await bookingStage({ now: '2026-12-01T07:00:00Z' });
    await stage.book({ startsAt: LESSON });

    await stage.sweep();
    stage.at('2026-12-01T08:00:00Z');
    await stage.sweep();

    expect(told(stage)).toEqual(['2 h before 2026-12-01T10:00']);
  });

  it.each([false, true])(
    'are not hurried by an index that is behind (draft: %s)',
    async (draft) => {
      const stage = await bookingStage();
      const { id } = await stage.book({ startsAt: LESSON, draft });
      const before = stage.world.twin.rows();

      await dueBookings.carryOut(stage.context, {
        pk: `${stage.school.schoolId}#bkg#${id}`,
        sk: 'booking',
      });

      expect(stage.world.twin.rows()).toEqual(before);
    },
  );

  it.each([
    ['forward', '2027-03-28T09:00', '2027-03-27T07:00:00.000Z'],
    ['back', '2027-10-31T09:00', '2027-10-30T08:00:00.000Z'],
  ])(
    'come once, 24 elapsed hours before, when the clocks go %s that night',
    async (_, startsAt, moment) => {
      const stage = await bookingStage();
      await stage.book({ startsAt });
      const from = Date.parse(moment) - 3 * 3_600_000;

      // every half hour around it
      let first: string | undefined;
      for (let at = from; at <= from + 8 * 3_600_000; at += 1_800_000) {
        stage.at(new Date(at).toISOString());
        await stage.sweep();
        if (told(stage).length > 0) first ??= stage.now();
      }

      expect(told(stage)).toHaveLength(1);
      expect(first).toBe(moment);
    },
  );
});
