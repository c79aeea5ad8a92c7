import type { Address } from '../schools/school.ts';
import { vatIn } from '../shared/money.ts';
import type { IsoDate } from '../shared/time.ts';

/** One line of an invoice. Amounts are minor units of the invoice's currency and include VAT. */
export type InvoiceLine = {
  description: string;
  quantity: number;
  unitPrice: number;
  vatRate: number;
  vatExemption: string | null;
  serviceId?: string | undefined;
  /** the booking that is charged, and what of it */
  bookingId?: string | undefined;
  charge?: Charge | undefined;
  /** the day of the supply, where it is not that of the invoice */
  suppliedOn?: IsoDate | undefined;
};

/**
 * What a booking can cost a student: the lesson itself, or a fee for not coming. Who came back and
 * left late once more owes a second fee of the kind.
 */
export const CHARGES = ['lesson', 'late_cancellation', 'no_show'] as const;
export type Charge = (typeof CHARGES)[number] | `${'late_cancellation' | 'no_show'}:${number}`;

/** Who owes the invoice. `ean` is the GLN that public buyers receive electronic invoices by. */
export type Buyer = {
  name: string;
  email: string;
  address?: Address | undefined;
  ean?: string | undefined;
};

export type InvoiceStatus = 'draft' | 'issued' | 'part_paid' | 'paid' | 'credited';

/** Gross of a line, in minor units. */
export function lineTotal({ quantity, unitPrice }: InvoiceLine): number {
  return quantity * unitPrice;
}

/** VAT held in a line: gross x rate / (100 + rate), half up. */
export function lineVat(line: InvoiceLine): number {
  return vatIn(lineTotal(line), line.vatRate);
}

export function invoiceTotal(lines: readonly InvoiceLine[]): number {
  return lines.reduce((sum, line) => sum + lineTotal(line), 0);
}

/** What lines of one rate hold: gross, and the VAT in it. */
export type VatSum = { vatRate: number; gross: number; vat: number };

/** Gross and VAT per rate; a rate's VAT is the sum of its lines', so that lines and totals agree to the øre. */
export function vatByRate(lines: readonly InvoiceLine[]): VatSum[] {
  const rates = new Map<number, VatSum>();
  for (const line of lines) {
    const sum = rates.get(line.vatRate) ?? { vatRate: line.vatRate, gross: 0, vat: 0 };
    rates.set(line.vatRate, {
      ...sum,
      gross: sum.gross + lineTotal(line),
      vat: sum.vat + lineVat(line),
    });
  }
  return [...rates.values()].sort((a, b) => b.vatRate - a.vatRate);
}

/** A part of an invoice that is due on its own day. */
export type Instalment = { dueDate: IsoDate; amount: number };

/** Where an issued invoice stands, minor units. */
type InvoiceSums = { total: number; paid: number; credited: number };

/** What is still owed of an invoice. */
export function restOf({ total, paid, credited }: InvoiceSums): number {
  return total - paid - credited;
}

/** The status that follows from the sums of an issued invoice. */
export function statusOf(sums: InvoiceSums): Exclude<InvoiceStatus, 'draft'> {
  if (restOf(sums) === 0) return sums.paid === 0 && sums.credited > 0 ? 'credited' : 'paid';
  return sums.paid > 0 ? 'part_paid' : 'issued';
}

type DueFacts = InvoiceSums & {
  status: InvoiceStatus;
  dueDate?: IsoDate | undefined;
  /** what was agreed to be paid when, and what had been settled when it was agreed */
  plan?: InstalmentPlan | undefined;
};

export type InstalmentPlan = { instalments: Instalment[]; settledBefore: number };

/**
 * The day on which the next part of an invoice falls due: its own due date, or that of the first
 * instalment that is not covered. Null when nothing is owed.
 */
export function nextDueDate(invoice: DueFacts): IsoDate | null {
  if (invoice.status === 'draft' || restOf(invoice) <= 0) return null;
  if (!invoice.plan) return invoice.dueDate ?? null;
  let left = invoice.paid + invoice.credited - invoice.plan.settledBefore;
  for (const { dueDate, amount } of invoice.plan.instalments) {
    left -= amount;
    if (left < 0) return dueDate;
  }
  return invoice.plan.instalments.at(-1)?.dueDate ?? invoice.dueDate ?? null;
}

/** Overdue begins when the due day ends in the school's zone: `today` is the date there. */
export function isOverdue(invoice: DueFacts, today: IsoDate): boolean {
  const dueDate = nextDueDate(invoice);
  return dueDate !== null && dueDate < today;
}
