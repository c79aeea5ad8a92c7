import { describe, expect, it } from 'vitest';
import { setCalendar } from '../../domain/scheduling/set-calendar.ts';
import { waiveFee } from '../../domain/scheduling/waive-fee.ts';
import type { PersonId } from '../../domain/shared/ids.ts';
import { DKK, SCHOOL_WIDE } from '../support/booking-cast.ts';
import { bookingStage, refusal } from '../support/booking-stage.ts';

const LATE_FEE = DKK(30_000);

describe('cancelling on behalf of the student', () => {
  it.each([
    ['at the second of the limit is free', '2026-11-30T10:00:00.000Z', []],
    ['within that second still is', '2026-11-30T10:00:00.999Z', []],
    ['one second later carries the fee', '2026-11-30T10:00:01.000Z', [LATE_FEE]],
  ])('%s', async (_, moment, fees) => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    stage.at(moment);

    const cancelled = await stage.cancel(id, { onBehalfOf: 'student' });

    expect(cancelled.fees.map(({ amount }) => amount)).toEqual(fees);
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      cancellation: { reason: 'ill', onBehalfOf: 'student', by: 'test' },
    });
    stage.audited();
  });

  it.each([
    ['until Wednesday 24 March at 12:00', '2027-03-24T11:00:00Z', 0],
    ['one second later not', '2027-03-24T11:00:01Z', 1],
  ])(
    'a lesson on Tuesday after Easter, one working day before at 12:00, is free %s',
    async (_, moment, fees) => {
      const stage = await bookingStage();
      await setCalendar(stage.context, stage.school, { closedDays: [], publicHolidays: 'DK' });
      const bookingTypeId = await stage.type({
        cancellation: { workingDaysBefore: 1, clock: '12:00' },
      });
      const { id } = await stage.book({ bookingTypeId, startsAt: '2027-03-30T10:00' });
      stage.at(moment);

      const cancelled = await stage.cancel(id, { onBehalfOf: 'student' });

      expect(cancelled.fees).toHaveLength(fees);
      stage.audited();
    },
  );

  it('late but waived at once keeps the fee, who waived it and why', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    stage.at('2026-12-01T09:00:00Z');

    const { fees } = await stage.cancel(id, {
      ...{ onBehalfOf: 'student', waiveFee: { reason: 'in hospital' } },
    });

    expect(fees).toMatchObject([
      { amount: LATE_FEE, waived: { reason: 'in hospital', by: 'test', at: stage.now() } },
    ]);
    stage.audited();
  });

  it('charges what was agreed at booking, whatever the type says later', async () => {
    const stage = await bookingStage();
    const bookingTypeId = await stage.type({ lateFee: DKK(10_000) });
    const { id } = await stage.book({ bookingTypeId });
    const { changeBookingType } = await import('../../domain/scheduling/change-booking-types.ts');
    await changeBookingType(stage.context, stage.school, bookingTypeId, { lateFee: DKK(99_000) });
    stage.at('2026-12-01T09:00:00Z');

    const { fees } = await stage.cancel(id, { onBehalfOf: 'student' });

    expect(fees[0]?.amount).toEqual(DKK(10_000));
  });
});

describe('the school’s own cancellation', () => {
  it('has no fee, a second before the lesson begins', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    stage.at('2026-12-01T09:59:59Z');

    const cancelled = await stage.cancel(id, { onBehalfOf: 'school' });

    expect(cancelled.fees).toEqual([]);
    expect(stage.events('BookingCancelled')).toMatchObject([
      { data: { studentIds: [stage.students[0]], onBehalfOf: 'school', sequence: 1 } },
    ]);
    stage.audited();
  });

  it('frees the time for everybody in it', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();

    await stage.cancel(id);
    await stage.book();

    stage.audited();
  });

  it('once it has begun is refused: after_start; and twice: booking_closed', async () => {
    const stage = await bookingStage();
    const begun = await stage.book();
    const twice = await stage.book({ startsAt: '2026-12-02T10:00:00Z' });
    await stage.cancel(twice.id);
    stage.at('2026-12-01T10:00:00Z');

    const refused = [await refusal(stage.cancel(begun.id)), await refusal(stage.cancel(twice.id))];

    expect(refused).toMatchObject([
      { code: 'rule_refused', details: { rule: 'after_start' } },
      { code: 'booking_closed' },
    ]);
  });
});

describe('one student leaving a group', () => {
  it('cancels only them: their fee, their time; the others keep theirs', async () => {
    const stage = await bookingStage();
    const [first, second, third] = stage.students as [PersonId, PersonId, PersonId];
    const { id } = await stage.book({
      bookingTypeId: stage.types.trio,
      studentIds: stage.students,
    });
    stage.at('2026-12-01T09:00:00Z');

    const left = await stage.cancel(id, { onBehalfOf: 'student', studentId: second });

    expect(left).toMatchObject({
      status: 'confirmed',
      students: [
        { studentId: first, status: 'booked' },
        { studentId: second, status: 'cancelled' },
        { studentId: third, status: 'booked' },
      ],
      fees: [{ studentId: second, amount: LATE_FEE }],
    });
    expect(stage.events('BookingStudentsRemoved')).toMatchObject([
      { data: { removed: [second], studentIds: [first, third] } },
    ]);
    expect(stage.events('BookingCancelled')).toEqual([]);
    stage.audited();
    const other = { teacherId: stage.teachers[1] as string, vehicleId: stage.vehicles[1] };
    await stage.book({ ...other, studentIds: [second] });
    const busy = await refusal(stage.book({ ...other, studentIds: [first] }));
    expect(busy.code).toBe('booking_conflict');
    stage.audited();
  });

  it('may come back, and is in it once', async () => {
    const stage = await bookingStage();
    const [first] = stage.students as [PersonId];
    const { id } = await stage.book({
      bookingTypeId: stage.types.trio,
      studentIds: stage.students,
    });

    await stage.cancel(id, { onBehalfOf: 'student', studentId: first });
    await stage.move(id, { startsAt: '2026-12-05T10:00:00Z' });
    const back = await stage.add(id, [first]);

    expect(back.students).toEqual(
      stage.students.map((studentId) => ({ studentId, status: 'booked' })),
    );
    stage.audited();
  });

  it('taken out by the school pays nothing', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book({
      bookingTypeId: stage.types.trio,
      studentIds: stage.students,
    });
    stage.at('2026-12-01T09:59:00Z');

    const { fees, students } = await stage.remove(id, stage.students[2] as string);

    expect(fees).toEqual([]);
    expect(students[2]?.status).toBe('cancelled');
    stage.audited();
  });
});

describe('waiving a fee', () => {
  it('later is recorded on the booking, once', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    stage.at('2026-12-01T09:00:00Z');
    await stage.cancel(id, { onBehalfOf: 'student' });
    const studentId = stage.students[0] as string;
    const waive = (reason: string) =>
      waiveFee(stage.context, stage.school, SCHOOL_WIDE, { bookingId: id, studentId, reason });

    const first = await waive('goodwill');
    const again = await waive('other');

    expect(first.fees).toMatchObject([{ waived: { reason: 'goodwill', by: 'test' } }]);
    expect(again).toEqual(first);
    expect(first.history.at(-1)).toMatchObject({ what: 'fee_waived', to: { reason: 'goodwill' } });
    stage.audited();
  });

  it('of who owes none is refused; a teacher may not waive', async () => {
    const stage = await bookingStage();
    const { id } = await stage.book();
    const own = { kind: 'own', personId: stage.teachers[0] as never } as const;

    const none = await refusal(
      waiveFee(stage.context, stage.school, SCHOOL_WIDE, {
        ...{ bookingId: id, studentId: stage.students[0] as string, reason: 'x' },
      }),
    );
    const teacher = await refusal(
      stage.cancel(id, { onBehalfOf: 'student', waiveFee: { reason: 'x' } }, own),
    );

    expect([none.code, teacher.code]).toEqual(['not_found', 'forbidden']);
  });
});
