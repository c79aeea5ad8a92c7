import { describe, expect, it } from 'vitest';
import { membershipEntity } from '../../domain/people/membership.entity.ts';
import type { CallerScope } from '../../domain/people/scope.ts';
import {
  changeBookingType,
  createBookingType,
} from '../../domain/scheduling/change-booking-types.ts';
import { changeVehicle, createVehicle } from '../../domain/scheduling/change-vehicles.ts';
import { findFreeSlots } from '../../domain/scheduling/find-free-slots.ts';
import {
  readAvailability,
  readBookingTypes,
  readCalendar,
  readVehicles,
} from '../../domain/scheduling/read-configuration.ts';
import { setAvailability } from '../../domain/scheduling/set-availability.ts';
import { setCalendar } from '../../domain/scheduling/set-calendar.ts';
import { calendarView } from '../../domain/scheduling/views.ts';
import { readPublicSchool } from '../../domain/schools/read-public-school.ts';
import { readSchool } from '../../domain/schools/read-schools.ts';
import type { DomainError } from '../../domain/shared/errors.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { create } from '../../domain/store/write.ts';
import { givenSchool } from '../support/sample-school.ts';
import { createWorld, type World, type WorldOptions } from '../support/store-world.ts';

const SCHOOL_WIDE: CallerScope = { kind: 'school' };
const DKK = (amount: number) => ({ amount, currency: 'DKK' });

const ROAD = {
  name: 'Kørelektion',
  kind: 'road',
  minutes: 45,
  capacity: 1,
  price: DKK(55_000),
  vatRate: 25,
  bufferMinutes: 0,
  needsVehicle: true,
  cancellation: { hoursBefore: 24 },
  lateFee: DKK(30_000),
  noShowFee: null,
  selfBooking: false,
} as const;

async function givenNordby(options: WorldOptions = {}) {
  const world = createWorld(options);
  const school = await readSchool(world.store, await givenSchool(world, 'nordby'));
  return { world, school };
}

async function givenMember(
  world: World,
  schoolId: string,
  { departmentIds = [] as string[], roles = ['teacher' as const] as ('teacher' | 'office')[] } = {},
): Promise<PersonId> {
  const personId = world.context().newId('per');
  const member = {
    ...{ personId, schoolId, roles, departmentIds },
    ...{ name: 'Tea Lund', email: 'tea@example.dk', language: 'da' as const },
    ...{ status: 'active' as const, createdAt: world.now(), version: 1 },
  };
  await world.store.transact(world.context(), () => ({
    writes: [create(membershipEntity.create(member))],
    result: null,
  }));
  return personId;
}

async function refusal(promise: Promise<unknown>): Promise<Pick<DomainError, 'code' | 'details'>> {
  return promise.then(
    () => {
      throw new Error('it was not refused');
    },
    (error: DomainError) => error,
  );
}

describe('vehicles', () => {
  it('are added, changed under their version, and listed', async () => {
    const { world, school } = await givenNordby();
    const fields = {
      plate: 'AB 12 345',
      category: 'B',
      gearbox: 'manual',
      status: 'active',
    } as const;
    const golf = await createVehicle(world.context(), school, { name: 'Golf', ...fields });
    await createVehicle(world.context(), school, { name: 'Golf', ...fields });

    const changed = await changeVehicle(
      world.context(),
      school,
      golf.id,
      { status: 'out_of_service' },
      1,
    );

    expect(changed).toEqual({
      id: golf.id,
      name: 'Golf',
      ...fields,
      status: 'out_of_service',
      version: 2,
    });
    const rows = await readVehicles(world.store, school.schoolId);
    expect(rows.map(({ status }) => status)).toEqual(['out_of_service', 'active']);
    const stale = changeVehicle(world.context(), school, golf.id, { name: 'Polo' }, 1);
    expect(await refusal(stale)).toMatchObject({ code: 'stale_version', details: { version: 2 } });
    const unknown = changeVehicle(world.context(), school, world.context().newId('veh'), {});
    expect(await refusal(unknown)).toMatchObject({ code: 'not_found' });
  });
});

describe('booking types', () => {
  it('show on the public page with their price while they are active', async () => {
    const { world, school } = await givenNordby();
    const road = await createBookingType(world.context(), school, ROAD);
    const old = await createBookingType(world.context(), school, { ...ROAD, name: 'Gammel' });
    await changeBookingType(world.context(), school, old.id, { active: false });

    const page = await readPublicSchool(world.store, 'nordby');

    const { version: _, active: __, ...shown } = road;
    expect(page.bookingTypes).toEqual([shown]);
    expect(shown).toMatchObject({ name: 'Kørelektion', price: DKK(55_000), noShowFee: null });
    expect(await readBookingTypes(world.store, school.schoolId)).toHaveLength(2);
  });

  it('are changed by merge patch: money and policy deeply, null clears a fee', async () => {
    const { world, school } = await givenNordby();
    const { id } = await createBookingType(world.context(), school, ROAD);
    const patched = (patch: Parameters<typeof changeBookingType>[3]) =>
      changeBookingType(world.context(), school, id, patch);

    const fees = { price: { amount: 60_000 }, lateFee: null, noShowFee: { amount: 10_000 } };
    expect(await patched(fees)).toMatchObject({
      price: DKK(60_000),
      lateFee: null,
      noShowFee: DKK(10_000),
      version: 2,
    });
    const byDays = await patched({ cancellation: { workingDaysBefore: 1, clock: '12:00' } });
    expect(byDays.cancellation).toEqual({ workingDaysBefore: 1, clock: '12:00' });
    const later = await patched({ cancellation: { clock: '14:00' } });
    expect(later.cancellation).toEqual({ workingDaysBefore: 1, clock: '14:00' });
    const byHours = await patched({ cancellation: { hoursBefore: 48 } });
    expect(byHours.cancellation).toEqual({ hoursBefore: 48 });
    expect(byHours).toMatchObject({ noShowFee: DKK(10_000), version: 5 });
  });

  it.each([
    [{ price: { amount: 1, currency: 'SEK' } }, '/price/currency'],
    [{ lateFee: { amount: 1, currency: 'EUR' } }, '/lateFee/currency'],
    [{ cancellation: {} }, '/cancellation'],
    [{ cancellation: { clock: '12:00' } }, '/cancellation'],
    [{ cancellation: { hoursBefore: 24, workingDaysBefore: 1, clock: '12:00' } }, '/cancellation'],
  ])('%j names %s', async (wrong, path) => {
    const { world, school } = await givenNordby();
    const { code, details } = await refusal(
      createBookingType(world.context(), school, { ...ROAD, ...wrong }),
    );
    expect({ code, path: details.errors?.[0]?.path }).toEqual({ code: 'invalid', path });
  });

  it.each([
    [{ noShowFee: { currency: 'DKK' } }, '/noShowFee/amount'],
    [{ cancellation: { hoursBefore: null } }, '/cancellation'],
    [{ cancellation: { clock: '12:00' } }, '/cancellation'],
    [{ cancellation: { hoursBefore: 1, clock: '12:00' } }, '/cancellation'],
  ])('the patch %j names %s', async (patch, path) => {
    const { world, school } = await givenNordby();
    const { id } = await createBookingType(world.context(), school, ROAD);
    const { code, details } = await refusal(changeBookingType(world.context(), school, id, patch));
    expect({ code, path: details.errors?.[0]?.path }).toEqual({ code: 'invalid', path });
  });
});

describe('the calendar', () => {
  it('is the public holidays of the country until the school says otherwise', async () => {
    const { world, school } = await givenNordby();
    const read = async () => calendarView(await readCalendar(world.store, school.schoolId), 'DK');
    expect(await read()).toEqual({ closedDays: [], publicHolidays: 'DK', version: 0 });

    const closedDays = [
      { date: '2026-12-24', name: 'Juleaften' },
      { date: '2026-12-23', name: 'Lillejuleaften' },
    ];
    await setCalendar(world.context(), school, { closedDays, publicHolidays: 'none' }, 0);
    expect(await read()).toEqual({
      closedDays: [...closedDays].reverse(),
      publicHolidays: 'none',
      version: 1,
    });
    await setCalendar(world.context(), school, { closedDays: [] });
    expect(await read()).toEqual({ closedDays: [], publicHolidays: 'DK', version: 2 });
    const stale = setCalendar(world.context(), school, { closedDays: [] }, 1);
    expect(await refusal(stale)).toMatchObject({ code: 'stale_version' });
  });

  it('closes a day once', async () => {
    const { world, school } = await givenNordby();
    const day = { date: '2026-12-24', name: 'Juleaften' };
    const twice = setCalendar(world.context(), school, { closedDays: [day, day] });
    expect((await refusal(twice)).details.errors?.[0]?.path).toBe('/closedDays/1/date');
  });

  it('set by two at once is set twice, the second over the first', async () => {
    const { world, school } = await givenNordby({ seed: 3 });
    const both = ['DK', 'none'].map((publicHolidays) =>
      setCalendar(world.context(), school, {
        closedDays: [],
        publicHolidays: publicHolidays as 'DK',
      }),
    );
    const versions = (await Promise.all(both)).map(({ version }) => version);
    expect(versions.sort()).toEqual([1, 2]);
  });
});

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
