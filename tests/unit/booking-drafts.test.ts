import { describe, expect, it } from 'vitest';
import type { CallerScope } from '../../domain/people/scope.ts';
import { type BookingFilters, listBookings } from '../../domain/scheduling/list-bookings.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { SCHOOL_WIDE } from '../support/booking-cast.ts';
import { bookingStage, refusal } from '../support/booking-stage.ts';

describe('a draft', () => {
  it('holds its slot for the minutes of the setting, told to nobody, and is confirmed', async () => {
    const stage = await bookingStage();
    const draft = await stage.book({ draft: true });

    const refused = await refusal(stage.book());
    stage.at('2026-11-23T08:14:59Z');
    const confirmed = await stage.confirm(draft.id);

    expect(draft).toMatchObject({ status: 'draft', heldUntil: '2026-11-23T08:15:00.000Z' });
    expect(refused.code).toBe('booking_conflict');
    expect(confirmed).toMatchObject({ status: 'confirmed', heldUntil: null, version: 2 });
    expect(stage.events().map(({ name }) => name)).toEqual(['BookingConfirmed']);
    stage.audited();
  });

  it.each(['before the sweep', 'after the sweep', 'when its slot was taken'])(
    'that ran out cannot be confirmed %s: hold_expired, and its slot is free',
    async (when) => {
      const stage = await bookingStage();
      const draft = await stage.book({ draft: true });
      stage.at('2026-11-23T08:15:00Z');

      if (when === 'after the sweep') await stage.sweep();
      if (when === 'when its slot was taken') await stage.book();
      const refused = await refusal(stage.confirm(draft.id));

      expect(refused.code).toBe('hold_expired');
      stage.audited();
      if (when !== 'when its slot was taken') await stage.book();
      await stage.sweep();
      stage.audited();
      expect(
        stage
          .events()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(['BookingConfirmed', 'BookingHoldExpired']);
    },
  );

  it('that ran out is shown as what the sweep makes of it, before and after, in lists too', async () => {
    const stage = await bookingStage();
    const student: CallerScope = { kind: 'self', personId: stage.students[0] as PersonId };
    const draft = await stage.book({ draft: true });
    const shown = async (filters: BookingFilters, scope = SCHOOL_WIDE) =>
      (
        await listBookings(stage.context, stage.school.schoolId, scope, { limit: 25, ...filters })
      ).items.map(({ status, heldUntil, cancellation, students }) => ({
        ...{ status, heldUntil, cancellation, students },
      }));
    const both = async (filters: BookingFilters) => [
      ...(await shown(filters)),
      ...(await shown({ ...filters, teacherId: stage.teachers[0] })),
    ];
    stage.at('2026-11-23T08:14:59Z');
    const held = await both({ status: 'draft' });

    stage.at('2026-11-23T08:15:00Z');
    const before = await both({ status: 'cancelled' });
    const noMore = await both({ status: 'draft' });
    stage.at('2026-11-23T08:19:00Z');
    await stage.sweep();
    const after = await both({ status: 'cancelled' });

    expect(held).toHaveLength(2);
    expect(noMore).toEqual([]);
    const cancelled = {
      ...{ status: 'cancelled', heldUntil: null },
      cancellation: {
        ...{ at: '2026-11-23T08:15:00.000Z', by: 'sweep' },
        ...{ reason: 'hold_expired', onBehalfOf: 'school' },
      },
      students: [{ studentId: stage.students[0], status: 'cancelled' }],
    };
    expect([before, after]).toEqual([
      [cancelled, cancelled],
      [cancelled, cancelled],
    ]);
    expect(await shown({}, student)).toEqual([]);
    expect(draft.status).toBe('draft');
    stage.audited();
  });

  it('that ran out cannot be moved, filled, emptied or cancelled either', async () => {
    const stage = await bookingStage();
    const draft = await stage.book({ draft: true, bookingTypeId: stage.types.trio });
    stage.at('2026-11-23T08:15:00Z');

    const refused = [
      await refusal(stage.move(draft.id, { startsAt: '2026-12-03T10:00:00Z' })),
      await refusal(stage.add(draft.id, stage.students)),
      await refusal(stage.remove(draft.id, stage.students[0] as string)),
      await refusal(stage.cancel(draft.id)),
    ];

    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['hold_expired']));
  });

  it('of two on one slot only one is ever confirmed, however they race', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const stage = await bookingStage({ seed, rates: { conflict: 0.2, 'timeout-after': 0.1 } });

      const drafts = await Promise.allSettled([
        stage.book({ draft: true }),
        stage.book({ draft: true, startsAt: '2026-12-01T10:30:00Z' }),
      ]);
      const held = drafts.flatMap((draft) => (draft.status === 'fulfilled' ? [draft.value] : []));
      expect(held).toHaveLength(1);
      // the hold runs out and another draft takes the time, while the first is being confirmed
      stage.at('2026-11-23T08:15:00Z');
      const [late, second] = await Promise.allSettled([
        stage.confirm(held[0]?.id as string),
        stage.book({ draft: true }),
      ]);
      expect([late.status, second.status]).toEqual(['rejected', 'fulfilled']);
      stage.audited();
    }
  }, 30_000);

  it('is confirmed once by two who confirm it at once, and told once', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const stage = await bookingStage({ seed });
      const draft = await stage.book({ draft: true });

      const ended = await Promise.allSettled([stage.confirm(draft.id), stage.confirm(draft.id)]);

      expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(stage.events('BookingConfirmed')).toHaveLength(1);
      stage.audited();
    }
  }, 30_000);

  it('that is moved and confirmed at once is both: its hold has not run out', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const stage = await bookingStage({ seed });
      const { id } = await stage.book({ draft: true });

      const ended = await Promise.allSettled([
        stage.move(id, { startsAt: '2026-12-08T10:00:00Z' }),
        stage.confirm(id),
      ]);

      expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
      stage.audited();
    }
  }, 30_000);

  it('keeps its hold when it is moved or filled, and its new time is its own', async () => {
    const stage = await bookingStage();
    const draft = await stage.book({ draft: true, bookingTypeId: stage.types.trio });

    await stage.move(draft.id, { startsAt: '2026-12-02T10:00:00Z' });
    await stage.add(draft.id, stage.students);
    stage.audited();
    await stage.book();
    const confirmed = await stage.confirm(draft.id);

    expect(confirmed.students).toHaveLength(3);
    expect(stage.events().map(({ name }) => name)).toEqual([
      'BookingConfirmed',
      'BookingConfirmed',
    ]);
    stage.audited();
  });

  it('costs nothing when it is cancelled late, and nobody hears of it', async () => {
    const stage = await bookingStage({ now: '2026-12-01T09:50:00Z' });
    const draft = await stage.book({ draft: true });

    const cancelled = await stage.cancel(draft.id, { onBehalfOf: 'student' });

    expect(cancelled).toMatchObject({ status: 'cancelled', fees: [] });
    expect(stage.events()).toEqual([]);
    stage.audited();
  });
});
