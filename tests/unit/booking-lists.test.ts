import { describe, expect, it } from 'vitest';
import type { CallerScope } from '../../domain/people/scope.ts';
import { type BookingFilters, listBookings } from '../../domain/scheduling/list-bookings.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { instant } from '../../domain/shared/instant.ts';
import { SCHOOL_WIDE } from '../support/booking-cast.ts';
import { type BookingStage, bookingStage, refusal } from '../support/booking-stage.ts';

/** Twelve lessons on three days, by two teachers in two cars with three students; two cancelled. */
async function someLessons() {
  const stage = await bookingStage();
  const ids: string[] = [];
  for (let i = 0; i < 12; i++) {
    const { id } = await stage.book({
      startsAt: `2026-12-0${1 + (i % 3)}T${10 + Math.floor(i / 3)}:00:00Z`,
      teacherId: stage.teachers[i % 2] as string,
      vehicleId: stage.vehicles[Math.floor(i / 2) % 2],
      studentIds: [stage.students[i % 3] as string],
    });
    ids.push(id);
  }
  await stage.cancel(ids[0] as string);
  await stage.cancel(ids[5] as string);
  return { stage, ids };
}

/** Every page of a list, by its cursors. */
async function paged(
  stage: BookingStage,
  filters: BookingFilters,
  limit: number,
  scope: CallerScope = SCHOOL_WIDE,
) {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await listBookings(stage.context, stage.school.schoolId, scope, {
      ...{ ...filters, limit },
      ...(cursor && { cursor }),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

describe('bookings in a list', () => {
  it('come in the order in which they begin, all of them, at any page size', async () => {
    const { stage, ids } = await someLessons();

    for (const limit of [1, 2, 5, 11, 12, 13, 100]) {
      const items = await paged(stage, {}, limit);
      const starts = items.map(({ startsAt }) => startsAt);
      expect(starts).toEqual([...starts].sort());
      expect(items.map(({ id }) => id).sort()).toEqual([...ids].sort());
    }
  });

  it.each(['teacherId', 'studentId', 'vehicleId'] as const)(
    'by %s are those of it, cancelled ones included, at any page size',
    async (filter) => {
      const { stage } = await someLessons();
      const value = {
        teacherId: stage.teachers,
        studentId: stage.students,
        vehicleId: stage.vehicles,
      }[filter][0] as string;
      const all = await paged(stage, {}, 100);
      const expected = all
        .filter((item) =>
          filter === 'studentId'
            ? item.students.some(({ studentId }) => studentId === value)
            : item[filter] === value,
        )
        .map(({ id }) => id);

      for (const limit of [1, 2, 3, 4, 100]) {
        const items = await paged(stage, { [filter]: value }, limit);
        expect(items.map(({ id }) => id)).toEqual(expected);
      }
      expect(expected.length).toBeGreaterThan(3);
    },
  );

  it('are narrowed by status, and by two filters at once', async () => {
    const { stage, ids } = await someLessons();
    const [teacherId] = stage.teachers;
    const { id: draft } = await stage.book({ startsAt: '2026-12-09T10:00:00Z', draft: true });

    const cancelled = await paged(stage, { status: 'cancelled' }, 1);
    const own = await paged(stage, { status: 'cancelled', teacherId }, 1);
    const drafts = await paged(stage, { status: 'draft' }, 3);

    expect(cancelled.map(({ id }) => id).sort()).toEqual([ids[0], ids[5]].sort());
    expect(own.map(({ id }) => id)).toEqual([ids[0]]);
    expect(drafts.map(({ id }) => id)).toEqual([draft]);
  });

  it.each([{}, { teacherId: true }])(
    'begin from `from` on and before `to`, with %o',
    async (by) => {
      const { stage } = await someLessons();
      const [teacherId] = stage.teachers;
      const span = {
        from: instant('2026-12-01T10:00:00Z'),
        to: instant('2026-12-01T12:00:00Z'),
      };

      const items = await paged(stage, { ...span, ...('teacherId' in by && { teacherId }) }, 2);

      const starts = items.map(({ startsAt }) => startsAt);
      expect(starts[0]).toBe('2026-12-01T10:00:00.000Z');
      expect(starts).not.toContain('2026-12-01T12:00:00.000Z');
    },
  );

  it.each([{}, { teacherId: true }])(
    'over midnight belong to the day on which they begin, with %o',
    async (by) => {
      const stage = await bookingStage();
      const { id } = await stage.book({ startsAt: '2026-12-01T23:30:00Z' });
      const filters = 'teacherId' in by ? { teacherId: stage.teachers[0] } : {};
      const on = (from: string, to: string) =>
        paged(stage, { ...filters, from: instant(from), to: instant(to) }, 10);

      const first = await on('2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z');
      const second = await on('2026-12-02T00:00:00Z', '2026-12-03T00:00:00Z');

      expect(first.map((item) => item.id)).toEqual([id]);
      expect(second).toEqual([]);
    },
  );

  it('of a student who left and came back stand at the time it now has', async () => {
    const stage = await bookingStage();
    const [studentId] = stage.students as [PersonId];
    const moved = await stage.book({ bookingTypeId: stage.types.trio, studentIds: stage.students });
    await stage.remove(moved.id, studentId);
    await stage.move(moved.id, { startsAt: '2026-12-08T10:00:00Z' });
    const between = await stage.book({ startsAt: '2026-12-05T10:00:00Z' });
    await stage.add(moved.id, [studentId]);

    for (const limit of [1, 10]) {
      const items = await paged(stage, { studentId }, limit);
      expect(items.map(({ id }) => id)).toEqual([between.id, moved.id]);
    }
    const old = { from: instant('2026-12-01T00:00:00Z'), to: instant('2026-12-02T00:00:00Z') };
    expect(await paged(stage, { studentId, ...old }, 10)).toEqual([]);
  });

  it.each([
    ['from a date on, a year ahead of it', { from: '2027-05-01' }, ['2028-04-20T10:00:00Z'], []],
    [
      'from long ago, as far as a span may go',
      { from: '2025-11-01' },
      [],
      ['2026-12-06T10:00:00Z'],
    ],
    ['until a day, a month back of it', { to: '2026-10-01' }, [], ['2026-11-24T10:00:00Z']],
    ['until far ahead', { to: '2027-12-24' }, ['2027-12-20T10:00:00Z'], []],
  ])('asked for %s need no other end', async (_, asked, there, not) => {
    const stage = await bookingStage();
    await stage.book({ startsAt: '2026-12-24T10:00:00Z' });
    for (const startsAt of [...there, ...not])
      await stage.book({ startsAt, override: { rules: ['horizon'], reason: 'far ahead' } });
    const span = Object.fromEntries(
      Object.entries(asked).map(([end, date]) => [end, instant(`${date}T00:00:00Z`)]),
    );

    const items = await paged(stage, span, 25);

    const starts = items.map(({ startsAt }) => startsAt);
    expect(starts).toEqual(expect.arrayContaining(there.map((at) => instant(at))));
    for (const at of not) expect(starts).not.toContain(instant(at));
  });

  it('asked for with an end before the beginning are a 422 that names it', async () => {
    const stage = await bookingStage();
    const span = { from: instant('2026-12-02T00:00:00Z'), to: instant('2026-12-01T00:00:00Z') };

    const refused = await refusal(paged(stage, span, 25));

    expect(refused.details?.errors).toMatchObject([{ path: '/to', code: 'not_after_from' }]);
  });

  it('are within the caller’s scope, whoever else is asked for', async () => {
    const { stage } = await someLessons();
    const [mine, theirs] = stage.teachers as [PersonId, PersonId];
    const [me, other] = stage.students as [PersonId, PersonId];
    const teacher: CallerScope = { kind: 'own', personId: mine };
    const student: CallerScope = { kind: 'self', personId: me };

    const own = await paged(stage, {}, 4, teacher);
    expect(own).toHaveLength(6);
    expect(own.every(({ teacherId }) => teacherId === mine)).toBe(true);
    expect(await paged(stage, { teacherId: theirs }, 4, teacher)).toEqual([]);
    const seen = await paged(stage, {}, 3, student);
    expect(seen).toHaveLength(4);
    expect(JSON.stringify(seen)).not.toContain(other);
    // Not even an empty list: it would tell who is in the lesson.
    const asked = await refusal(paged(stage, { studentId: other }, 3, student));
    expect(asked).toMatchObject({ code: 'not_found' });
  });

  it('end where a cursor of another list, filter or caller is refused', async () => {
    const { stage } = await someLessons();
    const { schoolId } = stage.school;
    const first = await listBookings(stage.context, schoolId, SCHOOL_WIDE, { limit: 2 });
    const cursor = first.nextCursor as string;

    const refused = [
      await refusal(
        listBookings(stage.context, schoolId, SCHOOL_WIDE, { limit: 2, status: 'draft', cursor }),
      ),
      await refusal(
        listBookings(stage.context, 'sch_01kat5n8x0e4vv6h7w7b1q2r3s', SCHOOL_WIDE, {
          limit: 2,
          cursor,
        }),
      ),
      await refusal(
        listBookings(stage.context, schoolId, SCHOOL_WIDE, { limit: 2, cursor: `${cursor}x` }),
      ),
    ];

    expect(refused.map(({ code }) => code)).toEqual(['invalid', 'invalid', 'invalid']);
  });
});
