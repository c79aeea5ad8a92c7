import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { changeBookingTypeRoute } from '../../functions/scheduling/change-booking-type.contract.ts';
import { createBookingTypeRoute } from '../../functions/scheduling/create-booking-type.contract.ts';
import { createVehicleRoute } from '../../functions/scheduling/create-vehicle.contract.ts';
import { listFreeSlotsRoute } from '../../functions/scheduling/list-free-slots.contract.ts';
import { setAvailabilityRoute } from '../../functions/scheduling/set-availability.contract.ts';
import { setCalendarRoute } from '../../functions/scheduling/set-calendar.contract.ts';

const ROAD = {
  name: 'Kørelektion',
  kind: 'road',
  minutes: 45,
  capacity: 1,
  price: { amount: 55_000, currency: 'DKK' },
  vatRate: 25,
};

/** Where a body is wrong, or an empty list. */
function faults(schema: z.ZodType | undefined, value: unknown): string[] {
  const parsed = schema?.safeParse(value);
  return parsed?.error?.issues.map(({ path }) => `/${path.join('/')}`) ?? [];
}

describe('a booking type as it is sent', () => {
  const { body } = createBookingTypeRoute;

  it('needs no more than what it is, how long, for how many and at what price', () => {
    expect(body?.parse(ROAD)).toEqual({
      ...ROAD,
      bufferMinutes: 0,
      needsVehicle: false,
      cancellation: { hoursBefore: 24 },
      lateFee: null,
      noShowFee: null,
      selfBooking: false,
    });
  });

  it.each([
    [{ capacity: 0 }, '/capacity'],
    [{ capacity: 46 }, '/capacity'],
    [{ minutes: 4 }, '/minutes'],
    [{ minutes: 601 }, '/minutes'],
    [{ minutes: 45.5 }, '/minutes'],
    [{ bufferMinutes: -1 }, '/bufferMinutes'],
    [{ bufferMinutes: 121 }, '/bufferMinutes'],
    [{ kind: 'flying' }, '/kind'],
    [{ vatRate: 101 }, '/vatRate'],
    [{ price: { amount: -1, currency: 'DKK' } }, '/price/amount'],
    [{ lateFee: { amount: 1 } }, '/lateFee/currency'],
    [{ cancellation: { workingDaysBefore: 1, clock: '24:00' } }, '/cancellation/clock'],
    [{ cancellation: { hoursBefore: -1 } }, '/cancellation/hoursBefore'],
    [{ selfBooking: 'yes' }, '/selfBooking'],
    [{ unknown: 1 }, '/'],
  ])('with %j is wrong at %s', (wrong, path) => {
    expect(faults(body, { ...ROAD, ...wrong })).toEqual([path]);
    if (path !== '/lateFee/currency') {
      expect(faults(changeBookingTypeRoute.body, wrong)).toEqual([path]);
    }
  });

  it.each([{ capacity: 45 }, { minutes: 5 }, { minutes: 600 }, { bufferMinutes: 120 }])(
    'with %j is taken',
    (edge) => {
      expect(faults(body, { ...ROAD, ...edge })).toEqual([]);
    },
  );

  it('may be patched in any part, a patch of nothing included', () => {
    const { body: patch } = changeBookingTypeRoute;
    for (const each of [{}, { price: { amount: 1 } }, { lateFee: null }, { active: false }]) {
      expect(patch?.parse(each)).toEqual(each);
    }
  });
});

describe('other bodies of scheduling', () => {
  const monday = { weekday: 1, from: '08:00', to: '16:00' };

  it.each([
    [{ weekly: [monday] }, []],
    [
      { weekly: [{ ...monday, to: '24:00' }], exceptions: [{ date: '2028-02-29', windows: [] }] },
      [],
    ],
    [{ weekly: [{ ...monday, from: '24:00' }] }, ['/weekly/0/from']],
    [{ weekly: [{ ...monday, from: '8:00' }] }, ['/weekly/0/from']],
    [{ weekly: [{ ...monday, to: '24:01' }] }, ['/weekly/0/to']],
    [{ weekly: [{ ...monday, weekday: 0 }] }, ['/weekly/0/weekday']],
    [{ weekly: [{ ...monday, weekday: 8 }] }, ['/weekly/0/weekday']],
    [{ weekly: [], exceptions: [{ date: '2027-02-29', windows: [] }] }, ['/exceptions/0/date']],
  ])('availability %j is wrong at %j', (body, paths) => {
    expect(faults(setAvailabilityRoute.body, body)).toEqual(paths);
  });

  it.each([
    [{ closedDays: [{ date: '2026-12-24', name: 'Jul' }], publicHolidays: 'DK' }, []],
    [{ closedDays: [{ date: '2026-12-32', name: 'Jul' }] }, ['/closedDays/0/date']],
    [{ closedDays: [{ date: 'zzz', name: 'Jul' }] }, ['/closedDays/0/date']],
    [{ closedDays: [{ date: '9999-12-31', name: 'Jul' }] }, ['/closedDays/0/date']],
    [{ closedDays: [{ date: '2026-12-24', name: '' }] }, ['/closedDays/0/name']],
    [{ closedDays: [], publicHolidays: 'XX' }, ['/publicHolidays']],
  ])('calendar %j is wrong at %j', (body, paths) => {
    expect(faults(setCalendarRoute.body, body)).toEqual(paths);
  });

  it('a vehicle is a manual car in service unless it says otherwise', () => {
    expect(createVehicleRoute.body?.parse({ name: 'Golf', plate: 'AB 12 345' })).toEqual({
      ...{ name: 'Golf', plate: 'AB 12 345' },
      ...{ category: 'B', gearbox: 'manual', status: 'active' },
    });
    expect(faults(createVehicleRoute.body, { name: 'Golf', plate: '', gearbox: 'cvt' })).toEqual([
      '/plate',
      '/gearbox',
    ]);
  });

  it('free slots are asked for by type and span', () => {
    const bookingTypeId = 'bty_01kat5n8xae4vv6h7w7b1q2r3s';
    const span = { from: '2026-11-23', to: '2026-11-29' };
    expect(faults(listFreeSlotsRoute.query, { bookingTypeId, ...span })).toEqual([]);
    expect(faults(listFreeSlotsRoute.query, { bookingTypeId: 'bty_1', ...span })).toEqual([
      '/bookingTypeId',
    ]);
    expect(faults(listFreeSlotsRoute.query, { bookingTypeId })).toEqual(['/from', '/to']);
  });
});
