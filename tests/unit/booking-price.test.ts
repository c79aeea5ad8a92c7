import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBookingType } from '../../domain/scheduling/change-booking-types.ts';
import { proportionally } from '../../domain/shared/money.ts';
import { DKK } from '../support/booking-cast.ts';
import { bookingStage } from '../support/booking-stage.ts';
import { TEST_SEED } from '../support/random.ts';

describe('the price of a booking', () => {
  it.each([
    [60_000, 45, 45, 60_000],
    [60_000, 45, 90, 120_000],
    // 61111.1 and 55000 / 45 x 41 = 50111.1
    [55_000, 45, 50, 61_111],
    [55_000, 45, 41, 50_111],
    // half an øre is rounded up
    [1, 10, 5, 1],
    [0, 45, 90, 0],
  ])('of %i for %i minutes is, for %i minutes, %i', async (price, minutes, booked, asked) => {
    const stage = await bookingStage();
    const bookingTypeId = await stage.type({ price: DKK(price), minutes });

    const booking = await stage.book({ bookingTypeId, minutes: booked });

    expect(booking.price).toEqual(DKK(asked));
    expect(booking.vatRate).toBe(25);
    expect(stage.world.rowsOf('booking')[0]).toMatchObject({ price: asked, vatRate: 25 });
    stage.audited();
  });

  it('follows its length and nothing else, and the history tells from and to', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();

    const moved = await stage.move(id, { startsAt: '2026-12-02T10:00:00Z', location: 'Nord' });
    const longer = await stage.move(id, { minutes: 90 });

    expect(moved.price).toEqual(DKK(55_000));
    expect(longer.price).toEqual(DKK(110_000));
    expect(longer.history.at(-1)).toMatchObject({
      from: { price: 55_000 },
      to: { price: 110_000 },
    });
    stage.audited();
  });

  it('and its VAT rate stay what they were when it was booked, whatever becomes of the type', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    await changeBookingType(stage.context, stage.school, stage.types.road, {
      ...{ price: DKK(70_000), vatRate: 0, minutes: 60 },
    });

    const longer = await stage.move(id, { minutes: 90 });
    const next = await stage.book({ startsAt: '2026-12-01T14:00:00Z' });

    expect(longer).toMatchObject({ price: DKK(110_000), vatRate: 25 });
    expect(next).toMatchObject({ price: DKK(70_000), minutes: 60, vatRate: 0 });
    stage.audited();
  });

  it('is the nearest whole amount, half up', () => {
    const whole = fc.integer({ min: 5, max: 600 });
    fc.assert(
      fc.property(fc.nat(100_000_000), whole, whole, (amount, part, minutes) => {
        const found = proportionally(amount, part, minutes);
        // within half a unit: 2 x found x minutes lies in (2 x exact - minutes, 2 x exact + minutes]
        const off = 2n * (BigInt(found) * BigInt(minutes) - BigInt(amount) * BigInt(part));
        expect(off > -BigInt(minutes) && off <= BigInt(minutes)).toBe(true);
      }),
      { seed: TEST_SEED },
    );
  });
});
