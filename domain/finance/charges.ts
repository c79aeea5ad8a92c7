import type { BookingRow } from '../scheduling/booking.entity.ts';
import { readBookingsOf, readTypes } from '../scheduling/read-bookings.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Language } from '../schools/school.ts';
import type { Instant } from '../shared/instant.ts';
import { localDateTime } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import type { Charge, InvoiceLine } from './invoice.ts';
import { feeCharge } from './plan-billed.ts';

type ChargedBooking = {
  bookingId: string;
  charge: Charge;
  /** minor units, above 0 */
  amount: number;
  vatRate: number;
};

/**
 * What a booking costs one of its students: the lesson when it was held and they came, and each fee
 * that was not waived. Prices and VAT are those agreed when it was booked; a fee for a lesson that was
 * kept free carries the VAT of the lesson.
 */
export function chargesOf(booking: BookingRow, studentId: string): ChargedBooking[] {
  const { bookingId, state, students, fees, price, vatRate } = booking;
  const came = students.some((one) => one.studentId === studentId && one.status === 'attended');
  const lesson: ChargedBooking[] =
    state.status === 'completed' && came
      ? [{ bookingId, charge: 'lesson', amount: price, vatRate }]
      : [];
  const counts = new Map<string, number>();
  const owed = fees
    .filter((fee) => fee.studentId === studentId)
    .flatMap(({ reason, amount, waived }): ChargedBooking[] => {
      const nth = (counts.get(reason) ?? 0) + 1;
      counts.set(reason, nth);
      const charge = feeCharge(reason, nth);
      return waived ? [] : [{ bookingId, charge, amount: amount.amount, vatRate }];
    });
  return [...lesson, ...owed].filter(({ amount }) => amount > 0);
}

/** Every charge there ever was for a student, oldest lesson first, as lines of an invoice. */
export async function readChargeLines(
  context: Context,
  school: SchoolRow,
  studentId: string,
): Promise<(InvoiceLine & { bookingId: string; charge: Charge })[]> {
  const { store } = context;
  const { schoolId } = school;
  const bookings = await readBookingsOf(store, schoolId, studentId);
  const charged = bookings.flatMap((booking) =>
    chargesOf(booking, studentId).map((charge) => ({ booking, charge })),
  );
  const types = await readTypes(
    store,
    schoolId,
    charged.map(({ booking }) => booking.bookingTypeId),
  );
  return charged.map(({ booking, charge: { bookingId, charge, amount, vatRate } }) => ({
    description: describe(
      types.get(booking.bookingTypeId)?.name ?? booking.kind,
      charge,
      booking.startsAt as Instant,
      school,
    ),
    ...{ quantity: 1, unitPrice: amount, vatRate, vatExemption: null, bookingId, charge },
    suppliedOn: localDateTime(booking.startsAt as Instant, school.timeZone).date,
  }));
}

const FEES: Record<Language, Record<'late_cancellation' | 'no_show', string>> = {
  da: { late_cancellation: 'Gebyr for sent afbud', no_show: 'Gebyr for udeblivelse' },
  en: { late_cancellation: 'Fee for late cancellation', no_show: 'Fee for not showing up' },
};

/** `Kørelektion, 2026-12-01 11:00`: a date that reads alike in every language. */
function describe(name: string, charge: Charge, startsAt: Instant, school: SchoolRow): string {
  const { date, time } = localDateTime(startsAt, school.timeZone);
  const lesson = `${name}, ${date} ${time}`;
  const [kind] = charge.split(':');
  return kind === 'late_cancellation' || kind === 'no_show'
    ? `${FEES[school.language][kind]}: ${lesson}`
    : lesson;
}
