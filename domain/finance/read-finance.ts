import { notFound } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import { BY_SCHOOL_AND_TIME } from '../store/names.ts';
import type { Page, PageOptions } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import { type CreditNoteRow, creditNoteEntity } from './credit-note.entity.ts';
import { type InvoiceRow, invoiceEntity } from './invoice.entity.ts';
import {
  type BalanceRow,
  balanceEntity,
  type LedgerEntryRow,
  ledgerEntryEntity,
} from './ledger.entity.ts';
import { type OpenInvoiceRow, openInvoiceEntity } from './open-items.entity.ts';
import { type PaymentRow, paymentEntity } from './payment.entity.ts';
import { type RefundRow, refundEntity } from './refund.entity.ts';

/** A student's balance; null before the first entry. */
export function readBalance(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<BalanceRow | null> {
  return store.get(balanceEntity, balanceEntity.get({ schoolId, studentId }));
}

/** A student's ledger, newest first, a page at a time. */
export function pageLedger(
  store: Store,
  schoolId: string,
  studentId: string,
  options: PageOptions,
): Promise<Page<LedgerEntryRow>> {
  const query = ledgerEntryEntity.query.bySequence({ schoolId, studentId });
  return store.page(ledgerEntryEntity, query, { ...options, descending: true });
}

/** A student's invoices, newest first, a page at a time. */
export function pageInvoices(
  store: Store,
  schoolId: string,
  studentId: string,
  options: PageOptions,
): Promise<Page<InvoiceRow>> {
  const query = invoiceEntity.query.byStudent({ schoolId, studentId });
  return store.page(invoiceEntity, query, { ...options, descending: true });
}

export function readInvoice(
  store: Store,
  schoolId: string,
  invoiceId: string,
): Promise<InvoiceRow | null> {
  return store.get(invoiceEntity, invoiceEntity.get({ schoolId, invoiceId }));
}

/** A student's payments, newest first, a page at a time. */
export function pagePayments(
  store: Store,
  schoolId: string,
  studentId: string,
  options: PageOptions,
): Promise<Page<PaymentRow>> {
  const query = paymentEntity.query.byStudent({ schoolId, studentId });
  return store.page(paymentEntity, query, { ...options, descending: true });
}

export function readPayment(
  store: Store,
  schoolId: string,
  paymentId: string,
): Promise<PaymentRow | null> {
  return store.get(paymentEntity, paymentEntity.get({ schoolId, paymentId }));
}

export function readRefund(
  store: Store,
  schoolId: string,
  paymentId: string,
  refundId: string,
): Promise<RefundRow | null> {
  return store.get(refundEntity, refundEntity.get({ schoolId, paymentId, refundId }));
}

/** An invoice of the school. Throws `not_found`. */
export async function requireInvoice(
  store: Store,
  schoolId: string,
  invoiceId: string,
): Promise<InvoiceRow> {
  const invoice = await readInvoice(store, schoolId, invoiceId);
  if (!invoice) throw notFound('This invoice');
  return invoice;
}

/** A payment of the school. Throws `not_found`. */
export async function requirePayment(
  store: Store,
  schoolId: string,
  paymentId: string,
): Promise<PaymentRow> {
  const payment = await readPayment(store, schoolId, paymentId);
  if (!payment) throw notFound('This payment');
  return payment;
}

/** The credit notes of an invoice, oldest first. */
export function readCreditNotes(
  store: Store,
  schoolId: string,
  invoiceId: string,
): Promise<CreditNoteRow[]> {
  const query = creditNoteEntity.query
    .byInvoice({ schoolId, invoiceId })
    .begins({ creditNoteId: 'crn_' });
  return store.all(creditNoteEntity, query);
}

export function readCreditNote(
  store: Store,
  schoolId: string,
  invoiceId: string,
  creditNoteId: string,
): Promise<CreditNoteRow | null> {
  return store.get(creditNoteEntity, creditNoteEntity.get({ schoolId, invoiceId, creditNoteId }));
}

/** From when each student owes something, for those who do: one consistent read. */
export async function readEarliestDue(
  store: Store,
  schoolId: string,
  studentIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await store.getAll(
    ...studentIds.map(
      (studentId) => [balanceEntity, balanceEntity.get({ schoolId, studentId })] as const,
    ),
  );
  return new Map(
    rows.flatMap((row): [string, string][] =>
      row?.earliestDue ? [[row.studentId, row.earliestDue]] : [],
    ),
  );
}

/** The ids of a student's invoices, newest first: the list may be a moment behind. */
export async function readInvoiceIds(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<string[]> {
  const rows = await store.all(
    invoiceEntity,
    invoiceEntity.query.byStudent({ schoolId, studentId }),
  );
  return rows.map(({ invoiceId }) => invoiceId).reverse();
}

/** The ids of a student's payments, newest first: the list may be a moment behind. */
export async function readPaymentIds(
  store: Store,
  schoolId: string,
  studentId: string,
): Promise<string[]> {
  const rows = await store.all(
    paymentEntity,
    paymentEntity.query.byStudent({ schoolId, studentId }),
  );
  return rows.map(({ paymentId }) => paymentId).reverse();
}

/**
 * A school's ledger entries of all students from one moment until before another, oldest first, a
 * page at a time. By the index: an entry of this very second may be missing.
 */
export function pageSchoolLedger(
  store: Store,
  schoolId: string,
  { from, to }: { from: Instant; to: Instant },
  options: PageOptions,
): Promise<Page<LedgerEntryRow>> {
  const query = {
    params: () => ({
      IndexName: BY_SCHOOL_AND_TIME.name,
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#pk': BY_SCHOOL_AND_TIME.pk, '#sk': BY_SCHOOL_AND_TIME.sk },
      // `<at>#<student>#…`: an entry at `to` itself sorts behind the bare moment, so it is left out.
      ExpressionAttributeValues: { ':pk': `${schoolId}#ledger`, ':from': from, ':to': to },
    }),
  };
  return store.page(ledgerEntryEntity, query, options);
}

/** Everything a school is owed, by due date. */
export function readOpenInvoices(store: Store, schoolId: string): Promise<OpenInvoiceRow[]> {
  return store.all(openInvoiceEntity, openInvoiceEntity.query.bySchool({ schoolId }));
}
