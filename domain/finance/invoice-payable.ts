import type { InvoiceRow } from './invoice.entity.ts';
import { restOf } from './invoice.ts';
import type { BalanceRow } from './ledger.entity.ts';

/** The fees of an invoice's reminders so far, minor units. */
export function remindersFee({ dunning }: Pick<InvoiceRow, 'dunning'>): number {
  return (dunning?.reminders ?? []).reduce((sum, { fee }) => sum + fee, 0);
}

/** Credit that may go to invoices or back to the payer: dunning fees claim theirs first. */
export function usableCredit({ credit, fees }: { credit: number; fees: number }): number {
  return Math.max(0, credit - fees);
}

/**
 * What a payer is asked for: the rest of the invoice, and what is owed of the fees of its reminders.
 * Fees are covered by credit, so that is how a payment of both is booked.
 */
export function payableOf(invoice: InvoiceRow, balance: BalanceRow | null): number {
  if (invoice.status === 'draft') return 0;
  const owedFees = Math.max(0, (balance?.fees ?? 0) - (balance?.credit ?? 0));
  return restOf(invoice) + Math.min(remindersFee(invoice), owedFees);
}
