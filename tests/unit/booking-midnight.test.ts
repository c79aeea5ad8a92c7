import { describe, expect, it } from 'vitest';
import { listBookings } from '../../domain/scheduling/list-bookings.ts';
import { instant } from '../../domain/shared/instant.ts';
import type { Row } from '../../domain/store/port.ts';
import { SCHOOL_WIDE } from '../support/booking-cast.ts';
import { bookingStage, refusal } from '../support/booking-stage.ts';

const THEORY = { kind: 'theory', capacity: 45, needsVehicle: false } as const;

const outcomes = async (promises: Promise<unknown>[]) =>
  (await Promise.allSettled(promises)).map(({ status }) => status).sort();

describe('over UTC midnight', () => {
  it('a buffer of 15 minutes is respected from either side', async () => {
    const stage = await bookingStage();
    const buffered = await stage.type({ bufferMinutes: 15 });
    // 23:10-23:55
    await stage.book({ startsAt: '2026-12-01T23:10:00Z', bookingTypeId: buffered });
    // 00:00-00:45 of a day later
    await stage.book({ startsAt: '2026-12-03T00:00:00Z', bookingTypeId: buffered });

    const after = await refusal(stage.book({ startsAt: '2026-12-02T00:09:00Z' }));
    const before = await refusal(stage.book({ startsAt: '2026-12-02T23:01:00Z' }));
    await stage.book({ startsAt: '2026-12-02T00:10:00Z' });
    await stage.book({ startsAt: '2026-12-02T23:00:00Z' });

    expect([after.code, before.code]).toEqual(['booking_conflict', 'booking_conflict']);
    stage.audited();
  });

  it('of two who book on either side of it at once, within the buffer, one gets it', async () => {
    let races = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const stage = await bookingStage({ seed, rates: { conflict: 0.1 } });
      const buffered = await stage.type({ bufferMinutes: 15 });

      const ended = await outcomes([
        stage.book({ startsAt: '2026-12-01T23:10:00Z', bookingTypeId: buffered }),
        stage.book({ startsAt: '2026-12-02T00:05:00Z', studentIds: [stage.students[1] as string] }),
      ]);

      expect(ended).toEqual(['fulfilled', 'rejected']);
      races += stage.world.twin.counts.conflicts + stage.world.twin.counts.failedConditions;
      stage.audited();
    }
    expect(races).toBeGreaterThan(10);
  }, 30_000);

  it('a booking takes both days, and a conflict with it is seen on each', async () => {
    const stage = await bookingStage();

    await stage.book({ startsAt: '2026-12-01T23:30:00Z' });

    const days = stage.world.rowsOf('agenda').filter((row) => row.resourceId === stage.teachers[0]);
    expect(days.map(({ day, e }) => [day, Object.values(e as Row)])).toEqual([
      ['2026-12-01', [{ s: 1410, e: 1455, b: 0, st: 'l' }]],
      ['2026-12-02', [{ s: -30, e: 15, b: 0, st: 'l' }]],
    ]);
    for (const startsAt of ['2026-12-01T23:00:00Z', '2026-12-02T00:14:00Z'])
      expect(await refusal(stage.book({ startsAt }))).toMatchObject({ code: 'booking_conflict' });
    await stage.book({ startsAt: '2026-12-02T00:15:00Z' });
    stage.audited();
  });

  it('who is refused is told when the other booking really begins and ends', async () => {
    const stage = await bookingStage();
    await stage.book({ startsAt: '2026-12-01T23:30:00Z' });

    const refused = await refusal(stage.book({ startsAt: '2026-12-02T00:10:00Z' }));

    const times = { startsAt: '2026-12-01T23:30:00.000Z', endsAt: '2026-12-02T00:15:00.000Z' };
    expect(refused.details?.conflicts).toEqual([
      { resource: 'teacher', id: stage.teachers[0], ...times },
      { resource: 'vehicle', id: stage.vehicles[0], ...times },
      { resource: 'student', id: stage.students[0], ...times },
    ]);
  });

  it('a booking that is on a day by its buffer alone is listed once, where it begins', async () => {
    const stage = await bookingStage();
    const buffered = await stage.type({ bufferMinutes: 15 });
    const { id } = await stage.book({
      startsAt: '2026-12-01T23:10:00Z',
      bookingTypeId: buffered,
    });
    const days = stage.world.rowsOf('agenda').filter((row) => row.resourceId === stage.teachers[0]);

    const list = async (from: string, to: string) =>
      (
        await listBookings(stage.context, stage.school.schoolId, SCHOOL_WIDE, {
          ...{ from: instant(from), to: instant(to), teacherId: stage.teachers[0], limit: 25 },
        })
      ).items.map((booking) => booking.id);

    expect(days.map(({ day, e }) => [day, Object.values(e as Row)])).toEqual([
      ['2026-12-01', [{ s: 1390, e: 1435, b: 15, st: 'l' }]],
      ['2026-12-02', [{ s: -50, e: -5, b: 15, st: 'l' }]],
    ]);
    expect(await list('2026-12-01T00:00Z', '2026-12-03T00:00Z')).toEqual([id]);
    expect(await list('2026-12-02T00:00Z', '2026-12-03T00:00Z')).toEqual([]);
  });

  it('bookings over midnight count once among those a student has before them', async () => {
    const stage = await bookingStage({ settings: { booking: { maxActive: 3 } } });
    await stage.book({ startsAt: '2026-12-01T23:30:00Z' });
    await stage.book({ startsAt: '2026-12-02T23:30:00Z' });
    await stage.book({ startsAt: '2026-12-03T23:30:00Z' });
    stage.at('2026-12-01T23:40:00Z');

    // The first has begun; its rest of the next day is no booking before anybody.
    await stage.book({ startsAt: '2026-12-05T10:00:00Z' });

    expect(await refusal(stage.book({ startsAt: '2026-12-06T10:00:00Z' }))).toMatchObject({
      details: { rule: 'max_active' },
    });
  });

  it('45 may stay until just before it, be moved, cancelled and completed', async () => {
    const stage = await bookingStage({ students: 46 });
    const lecture = await stage.type({ ...THEORY, minutes: 45 });
    const wish = { bookingTypeId: lecture, vehicleId: undefined, startsAt: '2026-12-01T23:10:00Z' };
    const attendance = stage.students
      .slice(0, 45)
      .map((studentId) => ({ studentId, status: 'attended' as const }));

    const tooMany = await refusal(stage.book({ ...wish, studentIds: stage.students }));
    const { id } = await stage.book({ ...wish, studentIds: stage.students.slice(0, 45) });
    const moved = await stage.move(id, { startsAt: '2026-12-03T23:15:00Z' });
    const crossing = await refusal(stage.move(id, { startsAt: '2026-12-05T23:16:00Z' }));
    const other = await stage.book({ ...wish, studentIds: stage.students.slice(0, 45) });
    const cancelled = await stage.cancel(other.id);
    stage.at('2026-12-04T00:00:00Z');
    const completed = await stage.complete(id, { attendance });

    expect([tooMany, crossing]).toMatchObject([
      { code: 'rule_refused', details: { rule: 'capacity' } },
      { code: 'rule_refused', details: { rule: 'capacity' } },
    ]);
    expect(moved.endsAt).toBe('2026-12-04T00:00:00.000Z');
    expect([cancelled.status, completed.status]).toEqual(['cancelled', 'completed']);
    stage.audited();
  });

  it('a buffer that reaches over it holds a group to 21 as well', async () => {
    const stage = await bookingStage({ students: 22 });
    const buffered = await stage.type({ ...THEORY, minutes: 45, bufferMinutes: 15 });
    const wish = { bookingTypeId: buffered, vehicleId: undefined, studentIds: stage.students };

    await stage.book({ ...wish, startsAt: '2026-12-01T23:00:00Z' });
    const refused = await refusal(stage.book({ ...wish, startsAt: '2026-12-02T23:01:00Z' }));

    expect(refused).toMatchObject({ code: 'rule_refused', details: { rule: 'capacity' } });
    stage.audited();
  });

  it('holds a group of 21 and refuses 22 by capacity', async () => {
    const stage = await bookingStage({ students: 22 });
    const { theory } = stage.types;
    const wish = { startsAt: '2026-12-01T23:30:00Z', bookingTypeId: theory };

    const { id } = await stage.book({
      ...{ ...wish, vehicleId: undefined },
      studentIds: stage.students.slice(0, 21),
    });
    const refused = await refusal(
      stage.book({
        ...wish,
        teacherId: stage.teachers[1] as string,
        vehicleId: undefined,
        studentIds: stage.students,
      }),
    );
    const joining = await refusal(stage.add(id, stage.students));
    const moved = await stage.move(id, { startsAt: '2026-12-03T23:15:00Z' });
    await stage.cancel(id);

    expect([refused, joining]).toMatchObject([
      { code: 'rule_refused', details: { rule: 'capacity' } },
      { code: 'rule_refused', details: { rule: 'capacity' } },
    ]);
    expect(moved.students).toHaveLength(21);
    stage.audited();
  });
});

describe('an agenda day that was emptied and used again', () => {
  it('does not confuse a writer who read it when it was empty', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const stage = await bookingStage({ seed });
      const first = await stage.book();
      await stage.move(first.id, { startsAt: '2026-12-05T10:00:00Z' });

      // the day is empty: one books it, gives it up and another takes it, while a third is on its way
      const slow = stage.book({ startsAt: '2026-12-01T10:20:00Z' });
      const quick = (async () => {
        const second = await stage.book({ startsAt: '2026-12-01T10:00:00Z' });
        await stage.move(second.id, { startsAt: '2026-12-06T10:00:00Z' });
        return stage.book({ startsAt: '2026-12-01T10:30:00Z' });
      })();

      await Promise.allSettled([slow, quick]);
      stage.audited();
    }
  }, 30_000);

  it('is never deleted: its version only rises', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();

    await stage.move(id, { startsAt: '2026-12-05T10:00:00Z' });

    const day = stage.world
      .rowsOf('agenda')
      .find((row) => row.resourceId === stage.teachers[0] && row.day === '2026-12-01');
    expect(day).toMatchObject({ v: 2, e: {} });
  });
});
