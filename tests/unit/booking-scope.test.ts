import { beforeEach, describe, expect, it } from 'vitest';
import type { CallerScope } from '../../domain/people/scope.ts';
import { readBooking } from '../../domain/scheduling/booking-scope.ts';
import { bookingView } from '../../domain/scheduling/booking-view.ts';
import { listBookings } from '../../domain/scheduling/list-bookings.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { plantCast } from '../support/booking-cast.ts';
import { type BookingStage, bookingDesk, bookingStage, refusal } from '../support/booking-stage.ts';

const own = (personId: unknown): CallerScope => ({ kind: 'own', personId: personId as PersonId });
const self = (personId: unknown): CallerScope => ({ kind: 'self', personId: personId as PersonId });

/** Every operation on one booking, by a caller. */
const OPERATIONS: [
  string,
  (stage: BookingStage, id: string, scope: CallerScope) => Promise<unknown>,
][] = [
  [
    'reading',
    async (stage, id, scope) => readBooking(stage.world.store, stage.school.schoolId, id, scope),
  ],
  ['moving', (stage, id, scope) => stage.move(id, { startsAt: '2026-12-07T10:00:00Z' }, scope)],
  ['confirming', (stage, id, scope) => stage.confirm(id, scope)],
  ['cancelling', (stage, id, scope) => stage.cancel(id, {}, scope)],
  ['adding students', (stage, id, scope) => stage.add(id, [stage.students[2] as string], scope)],
  [
    'removing a student',
    (stage, id, scope) => stage.remove(id, stage.students[0] as string, scope),
  ],
  ['completing', (stage, id, scope) => stage.complete(id, { attendance: [] }, scope)],
];

describe('outside a caller’s scope a booking does not exist', () => {
  it.each(OPERATIONS)('for another teacher: %s', async (_, operate) => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    const before = JSON.stringify(stage.world.twin.rows());

    const refused = await refusal(operate(stage, id, own(stage.teachers[1])));

    expect(refused.code).toBe('not_found');
    expect(JSON.stringify(stage.world.twin.rows())).toBe(before);
  });

  it.each(OPERATIONS)('for the office of another department: %s', async (_, operate) => {
    const stage = await bookingStage();
    await stage.department(stage.teachers[0] as PersonId);
    const { id } = await stage.book();
    const elsewhere: CallerScope = { kind: 'departments', departmentIds: ['dep_else'] };

    const refused = await refusal(operate(stage, id, elsewhere));

    expect(refused.code).toBe('not_found');
  });

  it.each(OPERATIONS)('in another school: %s', async (_, operate) => {
    const stage = await bookingStage();
    const other = await plantCast(stage.context);
    const { id } = await stage.book();

    const refused = await refusal(
      operate({ ...stage, ...bookingDesk(stage.context, other), ...other }, id, { kind: 'school' }),
    );

    expect(refused.code).toBe('not_found');
  });

  it('for a student who is not in it', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();

    const refused = await refusal(
      stage.cancel(id, { onBehalfOf: undefined }, self(stage.students[1])),
    );

    expect(refused.code).toBe('not_found');
  });
});

describe('ids of another school are not found in every position', () => {
  const positions = ['bookingTypeId', 'teacherId', 'vehicleId', 'studentIds'] as const;
  const foreign = async (stage: BookingStage, position: (typeof positions)[number]) => {
    const other = await plantCast(stage.context);
    return {
      bookingTypeId: { bookingTypeId: other.types.road },
      teacherId: { teacherId: other.teachers[0] as string },
      vehicleId: { vehicleId: other.vehicles[0] as string },
      studentIds: { studentIds: [stage.students[0] as string, other.students[0] as string] },
    }[position];
  };

  it.each(positions)('of a new booking: %s', async (position) => {
    const stage = await bookingStage();
    const wish = { bookingTypeId: stage.types.trio, ...(await foreign(stage, position)) };

    expect(await refusal(stage.book(wish))).toMatchObject({ code: 'not_found' });
  });

  it('of a change, of students added, left, attended, and of who taught', async () => {
    const stage = await bookingStage();
    const other = await plantCast(stage.context);
    const { id } = await stage.book({ bookingTypeId: stage.types.trio });
    const [student] = other.students as [PersonId];

    const refused = [
      await refusal(stage.move(id, { teacherId: other.teachers[0] as string })),
      await refusal(stage.move(id, { vehicleId: other.vehicles[0] as string })),
      await refusal(stage.add(id, [student])),
      await refusal(stage.remove(id, student)),
      await refusal(stage.cancel(id, { onBehalfOf: 'student', studentId: student })),
    ];
    stage.at('2026-12-01T11:00:00Z');
    const mine = { studentId: stage.students[0] as string, status: 'attended' as const };
    refused.push(
      await refusal(
        stage.complete(id, { attendance: [mine, { studentId: student, status: 'attended' }] }),
      ),
      await refusal(
        stage.complete(id, { attendance: [mine], taughtBy: other.teachers[0] as string }),
      ),
    );

    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['not_found']));
  });
});

describe('a teacher', () => {
  it('books their own lessons alone, and gives none away', async () => {
    const stage = await bookingStage();
    const [mine, theirs] = stage.teachers as [PersonId, PersonId];
    const { id } = await stage.book({}, own(mine));

    const refused = [
      await refusal(stage.book({ teacherId: theirs, startsAt: '2026-12-02T10:00:00Z' }, own(mine))),
      await refusal(stage.move(id, { teacherId: theirs }, own(mine))),
    ];

    expect(refused.map(({ code }) => code)).toEqual(['forbidden', 'forbidden']);
  });
});

describe('the office of a department', () => {
  it('books neither teachers nor students of another: they do not exist there', async () => {
    const stage = await bookingStage();
    const north = await stage.department(stage.teachers[0] as PersonId);
    await stage.department(stage.teachers[1] as PersonId);
    await stage.department(stage.students[1] as PersonId);
    const office: CallerScope = { kind: 'departments', departmentIds: [north] };
    const { id } = await stage.book({ bookingTypeId: stage.types.trio }, office);

    const other = { startsAt: '2026-12-02T10:00:00Z' };
    const refused = [
      await refusal(stage.book({ ...other, teacherId: stage.teachers[1] as string }, office)),
      await refusal(stage.book({ ...other, studentIds: [stage.students[1] as string] }, office)),
      await refusal(stage.move(id, { teacherId: stage.teachers[1] as string }, office)),
      await refusal(stage.add(id, [stage.students[1] as string], office)),
    ];

    expect(refused.map(({ code }) => code)).toEqual(Array(4).fill('not_found'));
  });
});

describe('a student', () => {
  let stage: BookingStage;
  let others: string[];
  beforeEach(async () => {
    stage = await bookingStage({ students: 4 });
    others = stage.students.slice(1);
  });
  const seen = async (id: string) => {
    const [me] = stage.students;
    const scope = self(me);
    const row = await readBooking(stage.world.store, stage.school.schoolId, id, scope);
    const list = await listBookings(stage.context, stage.school.schoolId, scope, { limit: 100 });
    return JSON.stringify([bookingView(row, scope), list]);
  };

  it('sees no other student’s id anywhere, whatever happened in the group', async () => {
    const [me, second, third, fourth] = stage.students as [PersonId, PersonId, PersonId, PersonId];
    const { id } = await stage.book({ bookingTypeId: stage.types.trio, studentIds: [me, second] });
    await stage.add(id, [third]);
    await stage.cancel(id, { onBehalfOf: 'student', studentId: second });
    await stage.remove(id, third);
    await stage.add(id, [fourth]);
    await stage.move(id, { startsAt: '2026-12-02T10:00:00Z' });
    stage.at('2026-12-02T11:00:00Z');
    await stage.complete(id, {
      attendance: [
        { studentId: me, status: 'attended' },
        { studentId: fourth, status: 'no_show' },
      ],
    });

    const json = await seen(id);

    expect(json).toContain(me);
    for (const other of others) expect(json).not.toContain(other);
  });

  it('who left sees no id of who took their place and cancelled', async () => {
    const [me, second] = stage.students as [PersonId, PersonId];
    const { id } = await stage.book();
    await stage.remove(id, me);
    await stage.add(id, [second]);
    const actor = { kind: 'person', personId: second } as const;
    await stage.deskAs(actor).cancel(id, { reason: 'ill', onBehalfOf: undefined }, self(second));

    const json = await seen(id);

    for (const other of others) expect(json).not.toContain(other);
  });

  it('cancels their own part as themselves, and waives nothing', async () => {
    const [me, second] = stage.students as [PersonId, PersonId];
    const { id } = await stage.book({ bookingTypeId: stage.types.trio, studentIds: [me, second] });
    stage.at('2026-12-01T09:00:00Z');
    const cancel = (input: object) =>
      stage.cancel(id, { onBehalfOf: undefined, ...input }, self(me));

    const refused = [
      await refusal(cancel({ waiveFee: { reason: 'please' } })),
      await refusal(cancel({ onBehalfOf: 'school' })),
      await refusal(cancel({ studentId: second })),
    ];
    const left = await cancel({});

    expect(refused.map(({ code }) => code)).toEqual(['forbidden', 'forbidden', 'not_found']);
    expect(left).toMatchObject({
      status: 'confirmed',
      students: [{ studentId: me, status: 'cancelled' }],
    });
    expect(left.fees).toHaveLength(1);
    expect(JSON.stringify(left)).not.toContain(second);
    stage.audited();
  });
});
