import { beforeEach, describe, expect, it } from 'vitest';
import type { CallerScope } from '../../domain/people/scope.ts';
import { availabilityEntity } from '../../domain/scheduling/availability.entity.ts';
import { readBooking } from '../../domain/scheduling/booking-scope.ts';
import { bookingView } from '../../domain/scheduling/booking-view.ts';
import { type BookingFilters, listBookings } from '../../domain/scheduling/list-bookings.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { create } from '../../domain/store/write.ts';
import { aroundTheClock, studentRow, writeAll } from '../support/booking-cast.ts';
import { type BookingStage, bookingStage, refusal } from '../support/booking-stage.ts';

let stage: BookingStage;
let mads: PersonId;
let teacher: PersonId;
let other: PersonId;
let bookingId: string;

/** Mads teaches and learns here; another teacher has him and another student in a lesson. */
beforeEach(async () => {
  stage = await bookingStage();
  mads = (await stage.plant((context, schoolId) =>
    studentRow(context, schoolId, 'Mads', { roles: ['student', 'teacher'] }),
  )) as PersonId;
  const { schoolId } = stage.school;
  await writeAll(stage.context, [
    create(availabilityEntity.create(aroundTheClock(schoolId, mads))),
  ]);
  [teacher] = stage.teachers as [PersonId];
  [other] = stage.students as [PersonId];
  const { id } = await stage.book({
    bookingTypeId: stage.types.trio,
    studentIds: [mads, other],
  });
  bookingId = id;
});

/** The scope that the operation gives who teaches and learns; `self` where students may, too. */
const both = (self: boolean): CallerScope => ({ kind: 'own', personId: mads, self });

const asMads = (operation: 'move' | 'add' | 'remove' | 'complete' | 'confirm') => {
  const desk = stage.deskAs({ kind: 'person', personId: mads });
  switch (operation) {
    case 'move':
      return desk.move(bookingId, { notes: 'mine' }, both(false));
    case 'add':
      return desk.add(bookingId, [stage.students[1] as string], both(false));
    case 'remove':
      return desk.remove(bookingId, other, both(false));
    case 'complete':
      return desk.complete(bookingId, { attendance: [] }, both(false));
    case 'confirm':
      return desk.confirm(bookingId, both(false));
  }
};

describe('who teaches and learns in one school, in a lesson of another teacher', () => {
  it('cancels their own part alone, with the late fee of any student', async () => {
    stage.at('2026-12-01T09:00:00Z');
    const cancel = (input: object) =>
      stage
        .deskAs({ kind: 'person', personId: mads })
        .cancel(bookingId, { reason: 'x', onBehalfOf: undefined, ...input }, both(true));

    const refused = [
      await refusal(cancel({ onBehalfOf: 'school' })),
      await refusal(cancel({ onBehalfOf: 'school', studentId: other })),
      await refusal(cancel({ onBehalfOf: 'student', studentId: other })),
    ];
    const left = await cancel({});

    expect(refused.map(({ code }) => code)).toEqual(['forbidden', 'not_found', 'not_found']);
    expect(left).toMatchObject({
      status: 'confirmed',
      students: [{ studentId: mads, status: 'cancelled' }],
      fees: [{ studentId: mads, reason: 'late_cancellation' }],
    });
    expect(JSON.stringify(left)).not.toContain(other);
    stage.audited();
  });

  it('sees no other student', async () => {
    const row = await readBooking(stage.world.store, stage.school.schoolId, bookingId, both(true));

    const seen = JSON.stringify(bookingView(row, both(true)));

    expect(seen).toContain(mads);
    expect(seen).not.toContain(other);
  });

  it.each(['move', 'add', 'remove', 'complete', 'confirm'] as const)(
    'has no part in what students may not do: %s',
    async (operation) => {
      expect(await refusal(asMads(operation))).toMatchObject({ code: 'not_found' });
    },
  );

  it('sees no draft of it, as no student does', async () => {
    const { id } = await stage.book({
      ...{ startsAt: '2026-12-02T10:00:00Z', studentIds: [mads], draft: true },
    });

    const read = readBooking(stage.world.store, stage.school.schoolId, id, both(true));

    expect(await refusal(read)).toMatchObject({ code: 'not_found' });
  });
});

describe('who teaches and learns in one school, in their own lesson', () => {
  it('is its teacher: sees the students and cancels for the school', async () => {
    const { id } = await stage.book({ startsAt: '2026-12-02T10:00:00Z', teacherId: mads });

    const row = await readBooking(stage.world.store, stage.school.schoolId, id, both(true));
    const cancelled = await stage.cancel(id, { onBehalfOf: 'school' }, both(true));

    expect(bookingView(row, both(true)).students).toHaveLength(1);
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      students: [{ studentId: other, status: 'cancelled' }],
    });
  });

  it('is its teacher, too, when they taught it as a substitute', async () => {
    const { id } = await stage.book({ startsAt: '2026-12-01T12:00:00Z' });
    stage.at('2026-12-01T13:00:00Z');
    await stage.complete(id, {
      ...{ attendance: [{ studentId: other, status: 'attended' }], taughtBy: mads },
    });

    const row = await readBooking(stage.world.store, stage.school.schoolId, id, both(true));

    expect(bookingView(row, both(true)).students).toMatchObject([{ studentId: other }]);
  });
});

describe('the list of who teaches and learns in one school', () => {
  const listed = async (filters: BookingFilters = {}) => {
    const list = await listBookings(stage.context, stage.school.schoolId, both(true), {
      ...{ ...filters, limit: 100 },
    });
    return list.items;
  };
  let taught: string;
  beforeEach(async () => {
    const { id } = await stage.book({ startsAt: '2026-12-02T10:00:00Z', teacherId: mads });
    taught = id;
  });

  it.each([
    ['both without a filter', () => ({}), () => [bookingId, taught]],
    ['what they take by their own id', () => ({ studentId: mads }), () => [bookingId]],
    ['what they teach as its teacher', () => ({ teacherId: mads }), () => [taught]],
    ['what they take of one teacher', () => ({ teacherId: teacher }), () => [bookingId]],
    ['their own lessons of a student', () => ({ studentId: other }), () => [taught]],
  ])('has %s', async (_, filters, expected) => {
    const items = await listed(filters());

    expect(items.map(({ id }) => id)).toEqual(expected());
  });

  it('does not tell who else is in a lesson that they take', async () => {
    const shown = await listed({ studentId: mads });
    const asked = await listed({ teacherId: teacher, studentId: other });

    expect(JSON.stringify(shown)).not.toContain(other);
    expect(asked).toEqual([]);
  });
});

describe('nobody teaches themselves', () => {
  const named = async (path: string, promise: Promise<unknown>) => {
    const refused = await refusal(promise);
    expect(refused).toMatchObject({
      code: 'invalid',
      details: { errors: [{ path, code: 'teaches_themselves' }] },
    });
  };
  const later = { startsAt: '2026-12-02T10:00:00Z' };

  it.each([false, true])('in a new booking, as a draft: %s', async (draft) => {
    const wish = { ...later, bookingTypeId: stage.types.trio, draft, teacherId: mads };

    await named('/studentIds/1', stage.book({ ...wish, studentIds: [other, mads] }));
    await named('/studentIds/0', stage.book({ ...wish, studentIds: [mads] }, both(false)));
  });

  it.each([false, true])(
    'by joining their own lesson, or taking over one they take, as a draft: %s',
    async (draft) => {
      const trio = { bookingTypeId: stage.types.trio, draft };
      const theirs = await stage.book({ ...later, ...trio, teacherId: mads });
      const taken = await stage.book({
        ...{ ...trio, startsAt: '2026-12-03T10:00:00Z', studentIds: [mads, other] },
      });

      await named('/studentIds/1', stage.add(theirs.id, [stage.students[1] as string, mads]));
      await named('/teacherId', stage.move(taken.id, { teacherId: mads }));
      stage.audited();
    },
  );

  it('as a substitute in a lesson that they took', async () => {
    stage.at('2026-12-01T11:00:00Z');
    const attendance = [mads, other].map((studentId) => ({
      ...{ studentId, status: 'attended' as const },
    }));

    await named('/taughtBy', stage.complete(bookingId, { attendance, taughtBy: mads }));
    expect(await stage.complete(bookingId, { attendance })).toMatchObject({ status: 'completed' });
  });

  it('but may be the substitute in a lesson that they left, whose agenda still says so', async () => {
    await stage.remove(bookingId, mads);
    await named('/teacherId', stage.move(bookingId, { teacherId: mads }));
    stage.at('2026-12-01T11:00:00Z');
    const attendance = [{ studentId: other, status: 'attended' as const }];

    const taught = await stage.complete(bookingId, { attendance, taughtBy: mads });

    expect(taught.taught).toMatchObject({ taughtBy: mads });
    stage.audited();
  });
});
