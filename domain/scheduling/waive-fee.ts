import { feeCharge, openBilled } from '../finance/plan-billed.ts';
import type { CallerScope } from '../people/scope.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { notFound } from '../shared/errors.ts';
import type { Context } from '../store/context.ts';
import { replace } from '../store/write.ts';
import { bookingEntity } from './booking.entity.ts';
import { withHistory } from './booking.ts';
import { byWhom, historyEntry } from './booking-change.ts';
import { readBooking } from './booking-scope.ts';
import { type BookingView, bookingView } from './booking-view.ts';

/** Waives a student's fees on a booking, with the reason; waiving again changes nothing. Throws `not_found`, `already_invoiced`. */
export async function waiveFee(
  context: Context,
  school: SchoolRow,
  scope: CallerScope,
  { bookingId, studentId, reason }: { bookingId: string; studentId: string; reason: string },
): Promise<BookingView> {
  return context.store.transact(context, async () => {
    const booking = await readBooking(context.store, school.schoolId, bookingId, scope);
    const owed = booking.fees.filter((fee) => fee.studentId === studentId);
    if (owed.length === 0) throw notFound('This fee');
    if (owed.every(({ waived }) => waived)) return { writes: [], result: bookingView(booking) };
    // A fee that is on an invoice is credited, not waived: the row that says so decides the race.
    const billed = await openBilled(context.store, school.schoolId, studentId);
    const counts = new Map<string, number>();
    for (const fee of owed) {
      const nth = (counts.get(fee.reason) ?? 0) + 1;
      counts.set(fee.reason, nth);
      if (!fee.waived) billed.take(bookingId, feeCharge(fee.reason, nth), { waived: true });
    }
    const waived = { reason, by: byWhom(context), at: context.now() };
    const next = {
      ...booking,
      fees: booking.fees.map((fee) =>
        fee.studentId === studentId && !fee.waived ? { ...fee, waived } : fee,
      ),
      history: withHistory(
        booking.history,
        historyEntry(context, 'fee_waived', undefined, { studentId, reason }),
      ),
      version: booking.version + 1,
    };
    return {
      writes: [replace(bookingEntity, next), ...billed.writes()],
      result: bookingView(next),
    };
  });
}
