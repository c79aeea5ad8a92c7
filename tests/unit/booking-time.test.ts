import { describe, expect, it } from 'vitest';
import { findFreeSlots } from '../../domain/scheduling/find-free-slots.ts';
import { setAvailability } from '../../domain/scheduling/set-availability.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { SCHOOL_WIDE } from '../support/booking-cast.ts';
import { bookingStage, refusal } from '../support/booking-stage.ts';

describe('local times of the school', () => {
  it('that do not exist are refused, naming the next valid one', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();

    for (const refused of [
      await refusal(stage.book({ startsAt: '2027-03-28T02:30' })),
      await refusal(stage.move(id, { startsAt: '2027-03-28T02:30' })),
    ]) {
      expect(refused).toMatchObject({
        code: 'local_time_does_not_exist',
        details: { nextValid: '2027-03-28T03:00:00+02:00' },
      });
    }
  });

  it('that happen twice are refused, naming both offsets, before any rule', async () => {
    const stage = await bookingStage({ settings: { booking: { horizonDays: 1 } } });

    const refused = await refusal(stage.book({ startsAt: '2027-10-31T02:30' }));

    expect(refused).toMatchObject({
      code: 'local_time_ambiguous',
      details: { candidates: ['2027-10-31T02:30:00+02:00', '2027-10-31T02:30:00+01:00'] },
    });
  });

  it.each([
    ['2027-10-31T02:30:00+02:00', '2027-10-31T00:30:00.000Z'],
    ['2027-10-31T02:30:00+01:00', '2027-10-31T01:30:00.000Z'],
    ['2027-03-28T01:30', '2027-03-28T00:30:00.000Z'],
    ['2027-03-28T03:00', '2027-03-28T01:00:00.000Z'],
  ])('with an offset or once only are taken: %s is %s', async (startsAt, instant) => {
    const stage = await bookingStage();

    expect(await stage.book({ startsAt })).toMatchObject({ startsAt: instant });
  });
});

describe('a lesson over a night in which the clocks change', () => {
  // 01:30 to 04:00 on the wall, and 01:30 to 02:00 the second time: both an hour and a half
  it.each([
    ['forward', '2027-03-28T01:30', '2027-03-28T00:30:00.000Z', '2027-03-28T02:00:00.000Z'],
    ['back', '2027-10-31T01:30', '2027-10-30T23:30:00.000Z', '2027-10-31T01:00:00.000Z'],
  ])('%s has its elapsed minutes, and is paid by them', async (_, startsAt, from, to) => {
    const stage = await bookingStage();

    const booking = await stage.book({ startsAt, minutes: 90 });

    expect(booking).toMatchObject({ startsAt: from, endsAt: to, minutes: 90 });
    expect(booking).toMatchObject({ price: { amount: 110_000, currency: 'DKK' }, vatRate: 25 });
    const next = await stage.book({ startsAt: to });
    expect(next.startsAt).toBe(to);
    stage.audited();
  });
});

describe('availability until 17:00 on the wall', () => {
  it.each([
    ['winter', '2027-03-27', '16:15:00', '15:15:00'],
    ['summer', '2027-03-28', '16:15:00', '14:15:00'],
    ['summer', '2027-10-30', '16:15:00', '14:15:00'],
    ['winter', '2027-10-31', '16:15:00', '15:15:00'],
  ])('is right in %s time on %s, in slots and in the rule', async (_, date, local, utc) => {
    const stage = await bookingStage();
    const [teacherId] = stage.teachers as [PersonId];
    const weekly = ([6, 7] as const).map((weekday) => ({ weekday, from: '15:00', to: '17:00' }));
    await setAvailability(stage.context, stage.school, teacherId, SCHOOL_WIDE, {
      ...{ weekly, exceptions: [] },
    });

    const { items } = await findFreeSlots(stage.context, stage.school, SCHOOL_WIDE, {
      ...{ teacherId, bookingTypeId: stage.types.road, from: date, to: date },
    });
    const last = await stage.book({ startsAt: `${date}T${local}` });
    const late = await refusal(stage.book({ startsAt: `${date}T16:16:00` }));

    expect(items.at(-1)?.startsAt).toBe(`${date}T${utc}.000Z`);
    expect(last.startsAt).toBe(`${date}T${utc}.000Z`);
    expect(late.details).toMatchObject({ rule: 'outside_availability' });
  });
});
