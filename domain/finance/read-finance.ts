import type { Page, PageOptions } from '../store/reader.ts';
import type { Store } from '../store/store.ts';
import { type InvoiceRow, invoiceEntity } from './invoice.entity.ts';
import {
  type BalanceRow,
  balanceEntity,
  type LedgerEntryRow,
  ledgerEntryEntity,
} from './ledger.entity.ts';

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
