import { describe, expect, it } from 'vitest';
import {
  changeBookingType,
  createBookingType,
} from '../../domain/scheduling/change-booking-types.ts';
import { changeVehicle, createVehicle } from '../../domain/scheduling/change-vehicles.ts';
import {
  readBookingTypes,
  readCalendar,
  readVehicles,
} from '../../domain/scheduling/read-configuration.ts';
import { setCalendar } from '../../domain/scheduling/set-calendar.ts';
import { calendarView } from '../../domain/scheduling/views.ts';
import { readPublicSchool } from '../../domain/schools/read-public-school.ts';
import { DKK, givenNordby, ROAD, refusal } from '../support/sample-scheduling.ts';

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
