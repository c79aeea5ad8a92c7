import { type Money, money } from '../shared/money.ts';
import type { CreditNoteRow } from './credit-note.entity.ts';
import type { InvoiceRow } from './invoice.entity.ts';
import {
  type InvoiceLine,
  isOverdue,
  lineTotal,
  lineVat,
  nextDueDate,
  restOf,
  vatByRate,
} from './invoice.ts';
import { remindersFee } from './invoice-payable.ts';
import type { InvoiceRunRow } from './invoice-run.entity.ts';
import type { BalanceRow, LedgerEntryRow } from './ledger.entity.ts';
import { balanceOf, NO_SUMS } from './ledger.ts';
import type { PaymentRow } from './payment.entity.ts';
import { refundable } from './payment.ts';
import type { RefundRow } from './refund.entity.ts';

/** An invoice as callers see it. `today` is the date in the school's zone: overdue begins when the due day ends there. */
export function invoiceView(row: InvoiceRow, today: string) {
  const { currency, plan, dunning } = row;
  const pause = dunning?.pause;
  return {
    id: row.invoiceId,
    schoolId: row.schoolId,
    studentId: row.studentId,
    number: row.number ?? null,
    displayNumber: row.number === undefined ? null : String(row.number),
    status: row.status,
    overdue: isOverdue(row, today),
    issuedAt: row.issuedAt ?? null,
    dueDate: row.dueDate ?? null,
    nextDueDate: nextDueDate(row),
    buyer: row.buyer,
    ...linesView(row.lines, currency),
    total: money(row.total, currency),
    paid: money(row.paid, currency),
    credited: money(row.credited, currency),
    rest: money(restOf(row), currency),
    instalments: (plan?.instalments ?? []).map(({ dueDate, amount }) => ({
      dueDate,
      amount: money(amount, currency),
    })),
    reminders: (dunning?.reminders ?? []).map(({ at, fee }) => ({ at, fee: money(fee, currency) })),
    reminderFees: money(remindersFee(row), currency),
    dunningPause: pause ? { reason: pause.reason, until: pause.until ?? null } : null,
    createdAt: row.createdAt,
    version: row.version,
  };
}

export type InvoiceView = ReturnType<typeof invoiceView>;

function linesView(lines: readonly InvoiceLine[], currency: string) {
  return {
    lines: lines.map((line) => ({
      ...line,
      unitPrice: money(line.unitPrice, currency),
      total: money(lineTotal(line), currency),
      vat: money(lineVat(line), currency),
    })),
    vatByRate: vatByRate(lines).map(({ vatRate, gross, vat }) => ({
      vatRate,
      total: money(gross, currency),
      vat: money(vat, currency),
    })),
  };
}

export function creditNoteView(row: CreditNoteRow) {
  const { currency } = row;
  return {
    id: row.creditNoteId,
    schoolId: row.schoolId,
    studentId: row.studentId,
    invoiceId: row.invoiceId,
    number: row.number,
    displayNumber: creditNoteNumber(row.number),
    buyer: row.buyer,
    ...linesView(row.lines, currency),
    total: money(row.total, currency),
    reason: row.reason,
    issuedAt: row.issuedAt,
    // A credit note is never changed.
    version: 1,
  };
}

/** Credit notes have their own series, told from invoices by the letter. */
export function creditNoteNumber(number: number): string {
  return `K${number}`;
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
    paymentId: row.paymentId ?? null,
    externalId: row.externalId ?? null,
    balanceAfter: money(row.balanceAfter, row.currency),
  };
}

export function paymentView(row: PaymentRow) {
  const inCurrency = (amount: number): Money => money(amount, row.currency);
  return {
    id: row.paymentId,
    schoolId: row.schoolId,
    studentId: row.studentId,
    amount: inCurrency(row.amount),
    method: row.method,
    reference: row.reference ?? null,
    externalId: row.externalId ?? null,
    receivedAt: row.receivedAt,
    allocations: row.allocations.map(({ invoiceId, amount }) => ({
      invoiceId,
      amount: inCurrency(amount),
    })),
    credit: inCurrency(row.credit),
    refunded: inCurrency(row.refunded),
    disputed: inCurrency(row.disputed),
    refundable: inCurrency(refundable(row)),
    createdAt: row.createdAt,
    version: row.version,
  };
}

export function refundView(row: RefundRow) {
  return {
    id: row.refundId,
    schoolId: row.schoolId,
    studentId: row.studentId,
    paymentId: row.paymentId,
    amount: money(row.amount, row.currency),
    method: row.method,
    status: row.status,
    reason: row.reason,
    externalId: row.externalId ?? null,
    createdAt: row.createdAt,
    settledAt: row.settledAt ?? null,
    version: row.version,
  };
}

export function invoiceRunView(row: InvoiceRunRow) {
  return {
    id: row.runId,
    schoolId: row.schoolId,
    status: row.status,
    students: row.students,
    invoices: row.invoices,
    createdAt: row.createdAt,
    finishedAt: row.finishedAt ?? null,
    version: row.version,
  };
}
