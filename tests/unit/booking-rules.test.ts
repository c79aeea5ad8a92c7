import { describe, expect, it } from 'vitest';
import type { CallerScope } from '../../domain/people/scope.ts';
import type { NewBooking } from '../../domain/scheduling/create-booking.ts';
import { setAvailability } from '../../domain/scheduling/set-availability.ts';
import { setCalendar } from '../../domain/scheduling/set-calendar.ts';
import { SCHOOL_WIDE, studentRow, vehicleRow } from '../support/booking-cast.ts';
import { type BookingStage, bookingStage, refusal } from '../support/booking-stage.ts';

const OFFICE: CallerScope = { kind: 'departments', departmentIds: [] };

/** Each soft rule: a school in which it bites, what breaks it, and the first lawful moment if told. */
const SOFT: Record<
  string,
  {
    settings?: object;
    wish?: Partial<NewBooking>;
    allowedFrom?: string;
    arrange?: (stage: BookingStage) => Promise<unknown>;
  }
> = {
  outside_availability: {
    allowedFrom: '2026-12-01T11:00:00.000Z',
    arrange: (stage) =>
      setAvailability(stage.context, stage.school, stage.teachers[0] as string, SCHOOL_WIDE, {
        weekly: [{ weekday: 2, from: '12:00', to: '16:00' }],
        exceptions: [],
      }),
  },
  closed_day: {
    allowedFrom: '2026-12-01T23:00:00.000Z',
    arrange: (stage) =>
      setCalendar(stage.context, stage.school, {
        ...{ closedDays: [{ date: '2026-12-01', name: 'Staff day' }], publicHolidays: 'none' },
      }),
  },
  lead_time: {
    ...{ settings: { booking: { leadMinutes: 120 } }, allowedFrom: '2026-11-23T10:00:00.000Z' },
    wish: { startsAt: '2026-11-23T09:59:00Z' },
  },
  horizon: {
    ...{ settings: { booking: { horizonDays: 7 } }, allowedFrom: '2026-11-24T10:00:00.000Z' },
  },
  max_active: {
    settings: { booking: { maxActive: 1 } },
    arrange: (stage) => stage.book({ startsAt: '2026-12-03T10:00:00Z' }),
  },
};

async function breaking(rule: string) {
  const { settings = {}, wish = {}, arrange } = SOFT[rule] as (typeof SOFT)[string];
  const stage = await bookingStage({ settings: settings as Record<string, unknown> });
  await arrange?.(stage);
  return { stage, wish };
}

describe.each(Object.keys(SOFT))('the soft rule %s', (rule) => {
  it('refuses, and tells from when it would be allowed where that is known', async () => {
    const { stage, wish } = await breaking(rule);

    const { code, details, message } = await refusal(stage.book(wish));

    expect({ code, ...details }).toEqual({
      ...{ code: 'rule_refused', rule, message },
      ...(SOFT[rule]?.allowedFrom && { allowedFrom: SOFT[rule].allowedFrom }),
    });
  });

  it.each([SCHOOL_WIDE, OFFICE])(
    'is set aside by $kind, and recorded once broken',
    async (scope) => {
      const { stage, wish } = await breaking(rule);
      const override = { rules: [rule as 'horizon', 'prerequisite' as const], reason: 'exam week' };

      const booking = await stage.book({ ...wish, override }, scope);

      expect(booking.history.at(-1)).toMatchObject({
        what: 'overridden',
        to: { rules: [rule], reason: 'exam week' },
      });
      stage.audited();
    },
  );

  it('is not set aside by a teacher', async () => {
    const { stage, wish } = await breaking(rule);
    const own: CallerScope = { kind: 'own', personId: stage.teachers[0] as never };
    const override = { rules: [rule as 'horizon'], reason: 'please' };

    const refused = await refusal(stage.book({ ...wish, override }, own));

    expect(refused.details).toMatchObject({ rule: 'override_not_allowed' });
  });
});

describe('an override', () => {
  it('of a rule that was not broken is accepted and not recorded', async () => {
    const stage = await bookingStage();

    const { history } = await stage.book({ override: { rules: ['horizon'], reason: 'in case' } });

    expect(history.map(({ what }) => what)).toEqual(['created']);
  });

  it.each(['in_the_past', 'capacity', 'vehicle_required', 'too_young', 'not_enrolled'] as const)(
    'of the hard rule %s is not allowed',
    async (rule) => {
      const stage = await bookingStage();

      const refused = await refusal(stage.book({ override: { rules: [rule], reason: 'x' } }));

      expect(refused.details).toMatchObject({ rule: 'override_not_allowed' });
    },
  );

  it('does not set a conflict aside', async () => {
    const stage = await bookingStage();
    await stage.book();

    const refused = await refusal(
      stage.book({ override: { rules: ['outside_availability'], reason: 'x' } }),
    );

    expect(refused.code).toBe('booking_conflict');
  });

  it('sets a rule aside for a move, too', async () => {
    const { stage } = await breaking('closed_day');
    const { id } = await stage.book({ startsAt: '2026-12-03T10:00:00Z' });

    const refused = await refusal(stage.move(id, { startsAt: '2026-12-01T10:00:00Z' }));
    const moved = await stage.move(id, {
      ...{ startsAt: '2026-12-01T10:00:00Z' },
      override: { rules: ['closed_day'], reason: 'agreed' },
    });

    expect(refused.details).toMatchObject({ rule: 'closed_day' });
    expect(moved.history.map(({ what }) => what)).toEqual(['created', 'moved', 'overridden']);
    stage.audited();
  });
});

describe('the hard rules', () => {
  const ruleOf = async (promise: Promise<unknown>) => (await refusal(promise)).details;

  it('refuse what lies in the past, and the move of what has begun', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    stage.at('2026-12-01T10:00:00Z');

    expect(await ruleOf(stage.book({ startsAt: '2026-12-01T09:59:00Z' }))).toMatchObject({
      ...{ rule: 'in_the_past', allowedFrom: stage.now() },
    });
    expect(await ruleOf(stage.move(id, { startsAt: '2026-12-09T10:00:00Z' }))).toMatchObject({
      rule: 'after_start',
    });
    expect(await ruleOf(stage.remove(id, stage.students[0] as string))).toMatchObject({
      rule: 'after_start',
    });
    expect(await ruleOf(stage.add(id, [stage.students[1] as string]))).toMatchObject({
      rule: 'after_start',
    });
  });

  it('refuse who is too young on the day of the lesson, with the first lawful date', async () => {
    const stage = await bookingStage();
    // 16 years and 9 months old on 2 December
    const young = await stage.plant((context, schoolId) =>
      studentRow(context, schoolId, 'Young', { birthDate: '2010-03-02' }),
    );

    const refused = await ruleOf(stage.book({ studentIds: [young] }));
    const born = await stage.book({ studentIds: [young], startsAt: '2026-12-02T00:00' });

    expect(refused).toMatchObject({ rule: 'too_young', allowedFrom: '2026-12-02' });
    expect(born.startsAt).toBe('2026-12-01T23:00:00.000Z');
    expect(await ruleOf(stage.move(born.id, { startsAt: '2026-12-01T23:59' }))).toMatchObject({
      rule: 'too_young',
    });
  });

  it.each(['pending', 'disabled'] as const)(
    'refuse a student who is %s: not_enrolled',
    async (status) => {
      const stage = await bookingStage();
      const student = await stage.plant((context, schoolId) =>
        studentRow(context, schoolId, 'Not yet', { status }),
      );

      expect(await ruleOf(stage.book({ studentIds: [student] }))).toMatchObject({
        rule: 'not_enrolled',
      });
    },
  );

  it('ask for a vehicle that is fit where the type needs one', async () => {
    const stage = await bookingStage();
    const broken = await stage.plant((context, schoolId) =>
      vehicleRow(context, schoolId, 'Broken', { status: 'out_of_service' }),
    );

    expect(await ruleOf(stage.book({ vehicleId: undefined }))).toMatchObject({
      rule: 'vehicle_required',
    });
    expect(await ruleOf(stage.book({ vehicleId: broken }))).toMatchObject({
      rule: 'vehicle_unfit',
    });
    const { id } = await stage.book();
    expect(await ruleOf(stage.move(id, { vehicleId: null }))).toMatchObject({
      rule: 'vehicle_required',
    });
  });

  it('count only what lies before a student against the most there may be', async () => {
    const stage = await bookingStage({ settings: { booking: { maxActive: 2 } } });
    const first = await stage.book();
    const second = await stage.book({ startsAt: '2026-12-02T23:30:00Z' });

    expect(await ruleOf(stage.book({ startsAt: '2026-12-04T10:00:00Z' }))).toMatchObject({
      rule: 'max_active',
    });
    await stage.move(second.id, { startsAt: '2026-12-05T10:00:00Z' });
    await stage.cancel(first.id);
    await stage.book({ startsAt: '2026-12-04T10:00:00Z' });

    stage.audited();
  });
});
