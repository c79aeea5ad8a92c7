import { describe, expect, it } from 'vitest';
import { bookingDesk, bookingStage, refusal } from '../support/booking-stage.ts';
import { idempotencyScope } from '../support/store-world.ts';

const TEN = '2026-12-01T10:00:00Z';

describe('a booking', () => {
  it('is created with its students, told to all, and remembers who made it', async () => {
    const stage = await bookingStage();

    const booking = await stage.book({ location: 'Banegården', notes: 'Bring glasses' });

    expect(booking).toMatchObject({
      status: 'confirmed',
      ...{ startsAt: '2026-12-01T10:00:00.000Z', endsAt: '2026-12-01T10:45:00.000Z', minutes: 45 },
      students: [{ studentId: stage.students[0], status: 'booked' }],
      history: [{ at: stage.now(), by: 'test', what: 'created' }],
      ...{ fees: [], location: 'Banegården', notes: 'Bring glasses', version: 1 },
    });
    expect(stage.events()).toMatchObject([
      {
        name: 'BookingConfirmed',
        subject: { id: booking.id, version: 1 },
        data: { studentIds: [stage.students[0]], sequence: 0 },
      },
    ]);
    stage.audited();
  });

  it('may be made without students, who are assigned later', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book({ bookingTypeId: stage.types.trio, studentIds: [] });

    const filled = await stage.add(id, stage.students);

    expect(filled.students).toHaveLength(3);
    expect(stage.events('BookingStudentsAdded')).toMatchObject([
      { data: { added: stage.students, studentIds: stage.students, sequence: 1 } },
    ]);
    stage.audited();
  });

  it.each([
    ['begins within it', '2026-12-01T10:44:00Z', 45],
    ['ends within it', '2026-12-01T09:16:00Z', 45],
    ['lies within it', '2026-12-01T10:10:00Z', 5],
    ['encloses it', '2026-12-01T09:00:00Z', 180],
    ['is at the same time', TEN, 45],
  ])('is refused when it %s: overlapping, not only equal times', async (_, startsAt, minutes) => {
    const stage = await bookingStage();
    await stage.book({ startsAt: TEN });

    const refused = await refusal(stage.book({ startsAt, minutes }));

    const taken = { startsAt: '2026-12-01T10:00:00.000Z', endsAt: '2026-12-01T10:45:00.000Z' };
    expect(refused).toMatchObject({
      code: 'booking_conflict',
      details: {
        conflicts: [
          { resource: 'teacher', id: stage.teachers[0], ...taken },
          { resource: 'vehicle', id: stage.vehicles[0], ...taken },
          { resource: 'student', id: stage.students[0], ...taken },
        ],
      },
    });
    stage.audited();
  });

  it.each(['teacher', 'vehicle', 'student'] as const)(
    'is refused when only the %s is taken',
    async (shared) => {
      const stage = await bookingStage();
      const { teachers, vehicles, students } = stage;
      await stage.book({ startsAt: TEN });

      const refused = await refusal(
        stage.book({
          startsAt: '2026-12-01T10:30:00Z',
          teacherId: teachers[shared === 'teacher' ? 0 : 1] as string,
          vehicleId: vehicles[shared === 'vehicle' ? 0 : 1] as string,
          studentIds: [students[shared === 'student' ? 0 : 1] as string],
        }),
      );

      const { conflicts } = refused.details as { conflicts: { resource: string }[] };
      expect(conflicts.map(({ resource }) => resource)).toEqual([shared]);
    },
  );

  it('fits directly behind another without buffer', async () => {
    const stage = await bookingStage();
    await stage.book({ startsAt: TEN });

    await stage.book({ startsAt: '2026-12-01T10:45:00Z' });
    await stage.book({ startsAt: '2026-12-01T09:15:00Z' });

    stage.audited();
  });

  it('needs the larger of the two buffers between itself and its neighbours', async () => {
    const stage = await bookingStage();
    const buffered = await stage.type({ bufferMinutes: 15 });
    await stage.book({ startsAt: TEN, bookingTypeId: buffered });

    const tooEarly = ['2026-12-01T10:45:00Z', '2026-12-01T10:59:00Z', '2026-12-01T09:16:00Z'];
    for (const startsAt of tooEarly)
      expect(await refusal(stage.book({ startsAt }))).toMatchObject({ code: 'booking_conflict' });
    await stage.book({ startsAt: '2026-12-01T11:00:00Z' });
    await stage.book({ startsAt: '2026-12-01T09:00:00Z' });
    const other = await refusal(
      stage.book({ startsAt: '2026-12-01T11:45:00Z', bookingTypeId: buffered }),
    );

    expect(other.code).toBe('booking_conflict');
    stage.audited();
  });

  it('with one busy student of three is refused whole, naming them, with times that are free', async () => {
    const stage = await bookingStage({ teachers: 2, students: 4 });
    const [, , busy] = stage.students;
    const { trio } = stage.types;
    await stage.book({
      ...{ startsAt: TEN, teacherId: stage.teachers[1] as string, vehicleId: stage.vehicles[1] },
      studentIds: [busy as string],
    });
    await stage.book({
      startsAt: '2026-12-01T11:00:00Z',
      studentIds: [stage.students[3] as string],
    });
    const before = stage.world.twin.rows();
    const wish = { startsAt: TEN, bookingTypeId: trio, studentIds: stage.students.slice(0, 3) };

    const refused = await refusal(stage.book(wish));

    const { conflicts, suggestions } = refused.details as {
      conflicts: unknown[];
      suggestions: string[];
    };
    expect(conflicts).toEqual([
      {
        ...{ resource: 'student', id: busy },
        ...{ startsAt: '2026-12-01T10:00:00.000Z', endsAt: '2026-12-01T10:45:00.000Z' },
      },
    ]);
    expect(stage.world.twin.rows()).toEqual(before);
    // 10:45 would run into the teacher's lesson at 11:00
    expect(suggestions).toEqual([
      '2026-12-01T11:45:00.000Z',
      '2026-12-01T12:00:00.000Z',
      '2026-12-01T12:15:00.000Z',
    ]);
    for (const startsAt of suggestions) {
      const booking = await stage.book({ ...wish, startsAt });
      await stage.cancel(booking.id);
    }
    stage.audited();
  });

  it('is made once by a request that is repeated while replies are lost', async () => {
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const lossy = await bookingStage({
        seed,
        rates: { conflict: 0.2, throttle: 0.05, 'timeout-before': 0.1, 'timeout-after': 0.4 },
      });
      const context = { ...lossy.context, idempotency: idempotencyScope() };
      const repeated = bookingDesk(context, lossy.cast);

      const answers = await Promise.all(Array.from({ length: 4 }, () => repeated.book()));

      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(lossy.world.rowsOf('booking')).toHaveLength(1);
      expect(lossy.events('BookingConfirmed')).toHaveLength(1);
      lossy.audited();
    }
  }, 30_000);

  it('made twice under one key answers the same even when it is refused by itself', async () => {
    const stage = await bookingStage();
    const repeated = bookingDesk({ ...stage.context, idempotency: idempotencyScope() }, stage.cast);

    const first = await repeated.book();
    const again = await repeated.book();

    expect(again).toEqual(first);
    expect(stage.world.rowsOf('booking')).toHaveLength(1);
  });
});
