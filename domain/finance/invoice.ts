import type { Address } from '../schools/school.ts';
import { vatIn } from '../shared/money.ts';

/** One line of an invoice. Amounts are minor units of the invoice's currency and include VAT. */
export type InvoiceLine = {
  description: string;
  quantity: number;
  unitPrice: number;
  vatRate: number;
  vatExemption: string | null;
  serviceId?: string | undefined;
};

export type Buyer = { name: string; email: string; address?: Address | undefined };

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

/** Gross and VAT per rate; a rate's VAT is the sum of its lines', so that lines and totals agree to the øre. */
export function vatByRate(
  lines: readonly InvoiceLine[],
): { vatRate: number; gross: number; vat: number }[] {
  const rates = new Map<number, { vatRate: number; gross: number; vat: number }>();
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
