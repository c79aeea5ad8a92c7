import { money } from '../shared/money.ts';
import type { InvoiceRow } from './invoice.entity.ts';
import { lineTotal, lineVat, vatByRate } from './invoice.ts';
import type { BalanceRow, LedgerEntryRow } from './ledger.entity.ts';
import { balanceOf, NO_SUMS } from './ledger.ts';

/** An invoice as callers see it. `today` is the date in the school's zone: overdue begins when the due day ends there. */
export function invoiceView(row: InvoiceRow, today: string) {
  const { currency } = row;
  const rest = row.total - row.paid - row.credited;
  const open = row.status === 'issued' || row.status === 'part_paid';
  return {
    id: row.invoiceId,
    schoolId: row.schoolId,
    studentId: row.studentId,
    number: row.number ?? null,
    displayNumber: row.number === undefined ? null : String(row.number),
    status: row.status,
    overdue: open && rest > 0 && row.dueDate !== undefined && row.dueDate < today,
    issuedAt: row.issuedAt ?? null,
    dueDate: row.dueDate ?? null,
    buyer: row.buyer,
    lines: row.lines.map((line) => ({
      ...line,
      unitPrice: money(line.unitPrice, currency),
      total: money(lineTotal(line), currency),
      vat: money(lineVat(line), currency),
    })),
    vatByRate: vatByRate(row.lines).map(({ vatRate, gross, vat }) => ({
      vatRate,
      total: money(gross, currency),
      vat: money(vat, currency),
    })),
    total: money(row.total, currency),
    paid: money(row.paid, currency),
    credited: money(row.credited, currency),
    rest: money(rest, currency),
    createdAt: row.createdAt,
    version: row.version,
  };
}

export function balanceView(row: BalanceRow | null, currency: string) {
  const sums = row ?? NO_SUMS;
  return {
    balance: money(balanceOf(sums), currency),
    issued: money(sums.issued, currency),
    fees: money(sums.fees, currency),
    credited: money(sums.credited, currency),
    paid: money(sums.paid, currency),
    refunded: money(sums.refunded, currency),
    disputed: money(sums.disputed, currency),
  };
}

export function ledgerEntryView(row: LedgerEntryRow) {
  return {
    id: row.sequenceKey,
    at: row.at,
    kind: row.kind,
    amount: money(row.amount, row.currency),
    invoiceId: row.invoiceId ?? null,
    externalId: row.externalId ?? null,
    balanceAfter: money(row.balanceAfter, row.currency),
  };
}
