import { describe, expect, it } from 'vitest';
import type { CallerScope } from '../../domain/people/scope.ts';
import { createBookingType } from '../../domain/scheduling/change-booking-types.ts';
import { findFreeSlots } from '../../domain/scheduling/find-free-slots.ts';
import { readAvailability } from '../../domain/scheduling/read-configuration.ts';
import { setAvailability } from '../../domain/scheduling/set-availability.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import {
  givenMember,
  givenNordby,
  ROAD,
  refusal,
  SCHOOL_WIDE,
} from '../support/sample-scheduling.ts';
import { givenSchool } from '../support/sample-school.ts';

describe('availability', () => {
  const weekly = [{ weekday: 1, from: '08:00', to: '16:00' }] as const;
  const availability = { weekly: [...weekly], exceptions: [] };

  it('is empty until it is set, and replaced whole', async () => {
    const { world, school } = await givenNordby();
    const teacher = await givenMember(world, school.schoolId);
    expect(await readAvailability(world.store, school.schoolId, teacher, SCHOOL_WIDE)).toBeNull();

    const own: CallerScope = { kind: 'own', personId: teacher };
    const set = await setAvailability(world.context(), school, teacher, own, availability);
    expect(set).toEqual({ teacherId: teacher, ...availability, version: 1 });
    const exceptions = [{ date: '2026-11-30', windows: [] }];
    const next = { weekly: [], exceptions };
    expect(await setAvailability(world.context(), school, teacher, own, next, 1)).toMatchObject({
      weekly: [],
      exceptions,
      version: 2,
    });
  });

  it('is of teachers within the scope of who asks, and of nobody else', async () => {
    const { world, school } = await givenNordby();
    const [here, there] = ['dep_01kat5n8x2e4vv6h7w7b1q2r3s', 'dep_01kat5n8x3e4vv6h7w7b1q2r3s'];
    const teacher = await givenMember(world, school.schoolId, { departmentIds: [here] });
    const clerk = await givenMember(world, school.schoolId, { roles: ['office'] });
    const sydby = await givenSchool(world, 'sydby');
    const foreign = await givenMember(world, sydby);
    const asked = (id: PersonId, scope: CallerScope) =>
      setAvailability(world.context(), school, id, scope, availability);

    const departments = (departmentId: string): CallerScope => ({
      kind: 'departments',
      departmentIds: [departmentId],
    });
    await asked(teacher, departments(here));
    for (const [id, scope] of [
      [teacher, departments(there)],
      [teacher, { kind: 'own', personId: clerk }],
      [clerk, SCHOOL_WIDE],
      [foreign, SCHOOL_WIDE],
      [world.context().newId('per'), SCHOOL_WIDE],
    ] as const) {
      expect(await refusal(asked(id, scope))).toMatchObject({ code: 'not_found' });
      const read = readAvailability(world.store, school.schoolId, id, scope);
      expect(await refusal(read)).toMatchObject({ code: 'not_found' });
    }
  });

  it.each([
    [{ weekly: [{ weekday: 1, from: '10:00', to: '10:00' }] }, '/weekly/0/to'],
    [{ weekly: [{ weekday: 1, from: '10:00', to: '09:00' }] }, '/weekly/0/to'],
    [
      {
        weekly: [
          { weekday: 1, from: '10:00', to: '12:00' },
          { weekday: 1, from: '08:00', to: '10:01' },
        ],
      },
      '/weekly/0',
    ],
    [
      { exceptions: [{ date: '2026-11-30', windows: [{ from: '09:00', to: '08:00' }] }] },
      '/exceptions/0/windows/0/to',
    ],
    [
      {
        exceptions: [
          { date: '2026-11-30', windows: [] },
          { date: '2026-11-30', windows: [] },
        ],
      },
      '/exceptions/1/date',
    ],
  ])('%j is refused at %s', async (wrong, path) => {
    const { world, school } = await givenNordby();
    const teacher = await givenMember(world, school.schoolId);
    const input = { weekly: [], exceptions: [], ...wrong } as never;
    const { details } = await refusal(
      setAvailability(world.context(), school, teacher, SCHOOL_WIDE, input),
    );
    expect(details.errors?.[0]?.path).toBe(path);
  });

  it('takes windows that touch, the same ones on different days, and midnight', async () => {
    const { world, school } = await givenNordby();
    const teacher = await givenMember(world, school.schoolId);
    const touching = [
      { weekday: 1 as const, from: '12:00', to: '24:00' },
      { weekday: 1 as const, from: '08:00', to: '12:00' },
      { weekday: 2 as const, from: '08:00', to: '12:00' },
    ];
    const input = { weekly: touching, exceptions: [] };
    const set = await setAvailability(world.context(), school, teacher, SCHOOL_WIDE, input);
    expect(set.weekly).toEqual(touching);
  });
});

describe('finding free slots', () => {
  async function givenTeacher() {
    let reads = 0;
    const { world, school } = await givenNordby({
      around: (port) => ({
        ...port,
        batchGet: (keys) => {
          reads++;
          return port.batchGet(keys);
        },
        query: (params) => {
          reads++;
          return port.query(params);
        },
      }),
    });
    const teacherId = await givenMember(world, school.schoolId);
    const type = await createBookingType(world.context(), school, ROAD);
    const weekly = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
      weekday,
      from: '08:00',
      to: '09:00',
    }));
    const availability = { weekly, exceptions: [] };
    await setAvailability(world.context(), school, teacherId, SCHOOL_WIDE, availability);
    const asked = { teacherId, bookingTypeId: type.id as string };
    const find = (span: { from: string; to: string }, overrides: Partial<typeof asked> = {}) =>
      findFreeSlots(world.context(), school, SCHOOL_WIDE, { ...asked, ...overrides, ...span });
    return { world, find, reads: () => reads };
  }

  it('takes two reads for a week of dates, the last one included', async () => {
    const { find, reads } = await givenTeacher();
    const before = reads();
    const { items } = await find({ from: '2026-11-30', to: '2026-12-04' });
    expect(reads() - before).toBe(2);
    expect(items).toHaveLength(10);
    expect(items[0]).toEqual({
      startsAt: '2026-11-30T07:00:00.000Z',
      endsAt: '2026-11-30T07:45:00.000Z',
    });
    expect(items.at(-1)?.startsAt).toBe('2026-12-04T07:15:00.000Z');
  });

  it('takes moments too, a bare plus that became a space included', async () => {
    const { find } = await givenTeacher();
    const span = { from: '2026-11-30T08:10:00 01:00', to: '2026-12-01T08:15' };
    expect((await find(span)).items.map(({ startsAt }) => startsAt)).toEqual([
      '2026-11-30T07:15:00.000Z',
      '2026-12-01T07:00:00.000Z',
    ]);
  });

  it('offers nothing that has begun: the test begins on Monday at 9', async () => {
    const { find } = await givenTeacher();
    expect((await find({ from: '2026-11-23', to: '2026-11-23' })).items).toEqual([]);
  });

  it('finds 31 days at most, over a change night too', async () => {
    const { find } = await givenTeacher();
    expect((await find({ from: '2027-10-01', to: '2027-10-31' })).items).toHaveLength(42);
    for (const [span, path] of [
      [{ from: '2027-10-01', to: '2027-11-01' }, '/to'],
      [{ from: '2026-12-02', to: '2026-12-01' }, '/to'],
      [{ from: '2026-02-30', to: '2026-12-01' }, '/from'],
      [{ from: 'soon', to: '2026-12-01' }, '/from'],
      [{ from: '2026-12-01', to: '9999-12-31' }, '/to'],
      [{ from: '9999-12-31', to: '9999-12-31' }, '/from'],
    ] as const) {
      const { code, details } = await refusal(find(span));
      expect({ code, path: details.errors?.[0]?.path }).toEqual({ code: 'invalid', path });
    }
    const gap = find({ from: '2027-03-28T02:30', to: '2027-03-29' });
    expect(await refusal(gap)).toMatchObject({ code: 'local_time_does_not_exist' });
  });

  it('does not know another teacher or type', async () => {
    const { world, find } = await givenTeacher();
    const span = { from: '2026-11-30', to: '2026-12-04' };
    const { newId } = world.context();
    for (const other of [{ teacherId: newId('per') }, { bookingTypeId: newId('bty') }]) {
      expect(await refusal(find(span, other))).toMatchObject({ code: 'not_found' });
    }
  });
});
