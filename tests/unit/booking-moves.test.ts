import { describe, expect, it } from 'vitest';
import type { Override } from '../../domain/scheduling/rules.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { bookingStage, refusal } from '../support/booking-stage.ts';

describe('a move', () => {
  it('makes a lesson at 23:00 ten hours long, into the next day', async () => {
    const stage = await bookingStage();
    const override: Override = { rules: ['outside_availability'], reason: 'a long night' };
    const { id } = await stage.book({ startsAt: '2026-12-01T23:00', override });

    const moved = await stage.move(id, { minutes: 600, override });

    expect(moved.endsAt).toBe('2026-12-02T08:00:00.000Z');
    stage.audited();
  });

  it('leaves the old time and takes the new one, and says from where to where', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();

    const moved = await stage.move(id, {
      ...{ startsAt: '2026-12-02T12:00:00Z', minutes: 90 },
      ...{ teacherId: stage.teachers[1], vehicleId: stage.vehicles[1] },
    });

    expect(moved).toMatchObject({
      ...{ startsAt: '2026-12-02T12:00:00.000Z', endsAt: '2026-12-02T13:30:00.000Z', minutes: 90 },
      ...{ teacherId: stage.teachers[1], vehicleId: stage.vehicles[1], version: 2 },
    });
    expect(moved.history[1]).toMatchObject({
      what: 'moved',
      from: { startsAt: '2026-12-01T10:00:00.000Z', teacherId: stage.teachers[0] },
      to: { startsAt: '2026-12-02T12:00:00.000Z', teacherId: stage.teachers[1] },
    });
    expect(stage.events('BookingMoved')).toMatchObject([
      {
        data: {
          sequence: 1,
          startsAt: '2026-12-02T12:00:00.000Z',
          previous: { startsAt: '2026-12-01T10:00:00.000Z', teacherId: stage.teachers[0] },
        },
      },
    ]);
    await stage.book();
    stage.audited();
  });

  it('that meets a conflict leaves the original untouched, byte for byte', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    await stage.book({ startsAt: '2026-12-02T12:00:00Z', studentIds: [] });
    const before = JSON.stringify(stage.world.twin.rows());

    const refused = await refusal(stage.move(id, { startsAt: '2026-12-02T12:30:00Z' }));

    expect(refused).toMatchObject({
      code: 'booking_conflict',
      details: { conflicts: [{ resource: 'teacher' }, { resource: 'vehicle' }] },
    });
    expect(JSON.stringify(stage.world.twin.rows())).toBe(before);
    const [suggestion] = refused.details.suggestions as string[];
    await stage.move(id, { startsAt: suggestion as string });
    stage.audited();
  });

  it('onto part of its own time is no conflict with itself', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();

    await stage.move(id, { startsAt: '2026-12-01T10:30:00Z' });
    await stage.move(id, { minutes: 60 });

    stage.audited();
  });

  it('of two to one time at once gives it to one; the other stays where it was', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const stage = await bookingStage({ seed, rates: { conflict: 0.1, 'timeout-after': 0.1 } });
      const a = await stage.book();
      const b = await stage.book({ startsAt: '2026-12-03T10:00:00Z' });

      const ended = await Promise.allSettled([
        stage.move(a.id, { startsAt: '2026-12-02T10:00:00Z' }),
        stage.move(b.id, { startsAt: '2026-12-02T10:20:00Z' }),
      ]);

      expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      stage.audited();
    }
  }, 30_000);

  it('past another in the opposite direction at once never meets it', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const stage = await bookingStage({ seed });
      const a = await stage.book();
      const b = await stage.book({ startsAt: '2026-12-02T10:00:00Z' });

      await Promise.allSettled([
        stage.move(a.id, { startsAt: '2026-12-02T10:00:00Z' }),
        stage.move(b.id, { startsAt: '2026-12-01T10:00:00Z' }),
      ]);

      stage.audited();
    }
  }, 30_000);

  it('of a booking that changed since it was seen is refused', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    await stage.move(id, { notes: 'changed' });

    const refused = await refusal(stage.move(id, { notes: 'mine' }, { kind: 'school' }, 1));

    expect(refused.code).toBe('stale_version');
  });

  it('of a cancelled or completed booking is refused', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    await stage.cancel(id);

    const refused = await refusal(stage.move(id, { startsAt: '2026-12-02T10:00:00Z' }));

    expect(refused.code).toBe('booking_closed');
  });
});

describe('a change', () => {
  it('of notes tells nobody; of the place tells all; null clears', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book({ location: 'Banegården', notes: 'old' });

    await stage.move(id, { notes: 'new' });
    expect(stage.events('BookingMoved')).toHaveLength(0);
    await stage.move(id, { location: 'Skolen' });
    expect(stage.events('BookingMoved')).toHaveLength(1);
    const cleared = await stage.move(id, { location: null, notes: null });

    expect(cleared).toMatchObject({ location: null, notes: null });
    expect(JSON.stringify(cleared.history)).not.toContain('new');
    stage.audited();
  });

  it('of the teacher shows the booking to the new teacher’s department', async () => {
    const stage = await bookingStage();
    const { teachers } = stage;
    const away = await stage.department(teachers[1] as PersonId);
    const { id } = await stage.book();

    await stage.move(id, { teacherId: teachers[1] });

    expect(stage.world.rowsOf('booking')[0]?.departmentIds).toEqual([away]);
  });
});

describe('students who cannot join', () => {
  it('are offered times at which the whole booking could be held instead', async () => {
    const stage = await bookingStage();
    const [first, busy] = stage.students as [PersonId, PersonId];
    const { id } = await stage.book({ bookingTypeId: stage.types.trio, studentIds: [first] });
    await stage.book({ startsAt: '2026-12-01T11:00:00Z', studentIds: [] });
    await stage.book({
      ...{ teacherId: stage.teachers[1] as PersonId, vehicleId: stage.vehicles[1] },
      studentIds: [busy],
    });

    const refused = await refusal(stage.add(id, [busy]));
    const [suggestion] = refused.details.suggestions as string[];
    await stage.move(id, { startsAt: suggestion as string });
    const joined = await stage.add(id, [busy]);

    // not 10:45: the teacher is taken from 11:00 to 11:45
    expect(suggestion).toBe('2026-12-01T11:45:00.000Z');
    expect(joined.students).toHaveLength(2);
    stage.audited();
  });
});

describe('a theory class of 45', () => {
  it('is created, moved to another day, cancelled; 46 are refused by capacity', async () => {
    const stage = await bookingStage({ students: 46 });
    const wish = { bookingTypeId: stage.types.theory, vehicleId: undefined };
    const studentIds = stage.students.slice(0, 45);
    const { id } = await stage.book({ ...wish, studentIds });
    stage.audited();

    const tooMany = [
      await refusal(
        stage.book({ ...wish, startsAt: '2026-12-09T10:00:00Z', studentIds: stage.students }),
      ),
      await refusal(stage.add(id, stage.students)),
    ];
    await stage.move(id, { startsAt: '2026-12-03T17:00:00Z' });
    stage.audited();
    const cancelled = await stage.cancel(id);

    expect(tooMany).toMatchObject([
      { code: 'rule_refused', details: { rule: 'capacity' } },
      { code: 'rule_refused', details: { rule: 'capacity' } },
    ]);
    expect(cancelled.students.every(({ status }) => status === 'cancelled')).toBe(true);
    stage.audited();
  });

  it('is moved with vehicle and an idempotency record in one transaction of at most 100', async () => {
    const stage = await bookingStage({ students: 45 });
    const { id } = await stage.book({
      ...{ bookingTypeId: stage.types.theory, studentIds: stage.students },
    });

    await stage
      .keyed()
      .move(id, { startsAt: '2026-12-03T17:00:00Z', teacherId: stage.teachers[1] });

    stage.audited();
  });

  it('is completed with who came and who did not', async () => {
    const stage = await bookingStage({ students: 45 });
    const { id } = await stage.book({
      ...{ bookingTypeId: stage.types.theory, vehicleId: undefined, studentIds: stage.students },
    });
    stage.at('2026-12-01T11:30:00Z');

    const completed = await stage.complete(id, {
      attendance: stage.students.map((studentId, i) => ({
        studentId,
        status: i < 40 ? ('attended' as const) : ('no_show' as const),
      })),
    });

    expect(completed.status).toBe('completed');
    expect(completed.fees).toHaveLength(5);
    stage.audited();
  });
});
