import { DomainError } from '../shared/errors.ts';
import type { TransactItem } from '../store/port.ts';
import type { Store } from '../store/store.ts';
import { create, replace } from '../store/write.ts';
import { type Billed, type BilledRow, billedEntity } from './billed.entity.ts';
import type { Charge, InvoiceLine } from './invoice.ts';

/** What of a student's bookings is on invoices, and that row's write when it changes. */
export type BilledBook = {
  has(bookingId: string, charge: string): boolean;
  /** Throws `already_invoiced` when the charge is on an invoice or settled. */
  take(bookingId: string, charge: string, as: Billed): void;
  takeLines(lines: readonly InvoiceLine[], invoiceId: string): void;
  /** The lines leave the invoice: their bookings may be charged again. */
  freeLines(lines: readonly InvoiceLine[]): void;
  writes(): TransactItem[];
};

/** The name of a student's nth fee of a kind for one booking, counted from 1. */
export function feeCharge(reason: 'late_cancellation' | 'no_show', nth: number): Charge {
  return nth === 1 ? reason : `${reason}:${nth}`;
}

/** Opens the row for one decision. */
export async function openBilled(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<BilledBook> {
  const before = await store.get(billedEntity, billedEntity.get({ schoolId, studentId }));
  const charges: Record<string, Billed> = { ...before?.charges };
  let changed = false;
  const keyOf = (bookingId: string, charge: string) => `${bookingId}#${charge}`;

  const book: BilledBook = {
    has: (bookingId, charge) => charges[keyOf(bookingId, charge)] !== undefined,
    take(bookingId, charge, as) {
      const taken = charges[keyOf(bookingId, charge)];
      if (taken) throw alreadyInvoiced(bookingId, taken);
      charges[keyOf(bookingId, charge)] = as;
      changed = true;
    },
    takeLines(lines, invoiceId) {
      for (const { bookingId, charge } of lines) {
        if (bookingId && charge) book.take(bookingId, charge, { invoiceId });
      }
    },
    freeLines(lines) {
      for (const { bookingId, charge } of lines) {
        if (!bookingId || !charge) continue;
        delete charges[keyOf(bookingId, charge)];
        changed = true;
      }
    },
    writes() {
      if (!changed) return [];
      const next: BilledRow = { schoolId, studentId, charges, version: (before?.version ?? 0) + 1 };
      return [before ? replace(billedEntity, next) : create(billedEntity.create(next))];
    },
  };
  return book;
}

function alreadyInvoiced(bookingId: string, taken: Billed): DomainError {
  const where = 'invoiceId' in taken ? 'is on an invoice' : 'was settled or waived';
  return new DomainError('already_invoiced', `The booking ${bookingId} ${where} already.`, {
    bookingId,
    ...('invoiceId' in taken && { invoiceId: taken.invoiceId }),
  });
}
