import type { PendingEvent } from '../../events/define.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { notFound } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { create, replace } from '../store/write.ts';
import { type InvoiceRow, invoiceEntity } from './invoice.entity.ts';
import { type InvoiceStatus, nextDueDate, statusOf } from './invoice.ts';
import {
  type BalanceRow,
  balanceEntity,
  type CounterRow,
  counterEntity,
  type LedgerEntryRow,
  ledgerEntryEntity,
  type Series,
} from './ledger.entity.ts';
import { type BalanceSums, balanceOf, NO_SUMS, posted, sequenceKey } from './ledger.ts';
import { openCreditEntity, openInvoiceEntity } from './open-items.entity.ts';
import { type Book, creditWrites, invoiceWrites, planOpenItems } from './open-items.ts';
import { type PaymentRow, paymentEntity } from './payment.entity.ts';

export type FinanceSchool = Pick<SchoolRow, 'schoolId' | 'currency' | 'timeZone'>;

/** One fact for the ledger. `amount` is signed: positive means that the student owes it. */
export type Posting = Pick<LedgerEntryRow, 'kind' | 'amount'> &
  Partial<
    Pick<
      LedgerEntryRow,
      'invoiceId' | 'paymentId' | 'externalId' | 'document' | 'vatByRate' | 'method'
    >
  >;

/** A decision's writes and events for the caller's transaction. */
export type Planned = { writes: TransactItem[]; events: PendingEvent[] };

/**
 * A student's money, opened for one decision: balance, invoices and payments are read once, changed
 * in memory as often as the decision needs, and each written once, all under their versions. The
 * balance is written with every change, so whatever happens to one student's money happens in order.
 */
export type Books = {
  readonly school: FinanceSchool;
  readonly studentId: string;
  /** when the books were opened: the one moment of everything in this decision */
  readonly at: Instant;
  /** An invoice of this student as it stands in this decision. Throws `not_found`. */
  invoice(invoiceId: string): Promise<InvoiceRow>;
  /** A payment of this student as it stands in this decision. Throws `not_found`. */
  payment(paymentId: string): Promise<PaymentRow>;
  /** What is open, first due first; at most `most`, and what this decision opened. */
  openInvoices(most: number): Promise<InvoiceRow[]>;
  /** Payments with credit, oldest first; at most `most`, and those that this decision gave some. */
  openCredits(most: number): Promise<PaymentRow[]>;
  /** the sums as they stand in this decision */
  sums(): BalanceSums;
  /** all credit there is, what dunning fees claim of it included */
  credit(): number;
  post(posting: Posting): void;
  /** Puts a changed or new invoice; its status follows from its sums, its version is kept for it. */
  putInvoice(invoice: InvoiceRow): void;
  putPayment(payment: PaymentRow): void;
  /**
   * Takes the next number of one of the school's series, in this transaction or not at all. The series
   * of invoices comes with the school, the one of credit notes with the first of them.
   */
  takeNumber(series: Series): Promise<number>;
  write(...items: TransactItem[]): void;
  tell(...events: PendingEvent[]): void;
  plan(): Promise<Planned>;
};

/** Opens the books of one student. `context` and `school` are those of the decision. */
export async function openBooks(
  context: Context,
  school: FinanceSchool,
  studentId: string,
): Promise<Books> {
  const { store } = context;
  const { schoolId } = school;
  const at = context.now();
  const before = await store.get(balanceEntity, balanceEntity.get({ schoolId, studentId }));
  const invoices = new Map<string, Book<InvoiceRow>>();
  const payments = new Map<string, Book<PaymentRow>>();
  const entries: Posting[] = [];
  const counters = new Map<Series, { before: CounterRow | null; next: number }>();
  const writes: TransactItem[] = [];
  const events: PendingEvent[] = [];
  let sums: BalanceSums = before ?? NO_SUMS;

  const loadInvoices = async (ids: readonly string[]) => {
    const missing = ids.filter((id) => !invoices.has(id));
    const rows = await store.getAll(
      ...missing.map(
        (invoiceId) => [invoiceEntity, invoiceEntity.get({ schoolId, invoiceId })] as const,
      ),
    );
    for (const row of rows) {
      if (row?.studentId === studentId) {
        invoices.set(row.invoiceId, { before: row, after: row, changed: false });
      }
    }
    return ids.map((id) => invoices.get(id)?.after);
  };
  const loadPayments = async (ids: readonly string[]) => {
    const missing = ids.filter((id) => !payments.has(id));
    const rows = await store.getAll(
      ...missing.map(
        (paymentId) => [paymentEntity, paymentEntity.get({ schoolId, paymentId })] as const,
      ),
    );
    for (const row of rows) {
      if (row?.studentId === studentId) {
        payments.set(row.paymentId, { before: row, after: row, changed: false });
      }
    }
    return ids.map((id) => payments.get(id)?.after);
  };

  const creditDelta = () =>
    [...payments.values()].reduce(
      (sum, { before: was, after }) => sum + after.credit - (was?.credit ?? 0),
      0,
    );

  const books: Books = {
    school,
    studentId,
    at,
    async invoice(invoiceId) {
      const [row] = await loadInvoices([invoiceId]);
      if (!row) throw notFound('This invoice');
      return row;
    },
    async payment(paymentId) {
      const [row] = await loadPayments([paymentId]);
      if (!row) throw notFound('This payment');
      return row;
    },
    async openInvoices(most) {
      const query = openInvoiceEntity.query.byDueDate({ schoolId, studentId });
      const { items } = await store.page(openInvoiceEntity, query, { limit: most });
      await loadInvoices(items.map(({ invoiceId }) => invoiceId));
      const rows = [...invoices.values()].map(({ after }) => ({ due: nextDueDate(after), after }));
      return rows
        .filter(({ due }) => due !== null)
        .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
        .map(({ after }) => after);
    },
    async openCredits(most) {
      const query = openCreditEntity.query.byPayment({ schoolId, studentId });
      const { items } = await store.page(openCreditEntity, query, { limit: most });
      await loadPayments(items.map(({ paymentId }) => paymentId));
      const rows = [...payments.values()].map(({ after }) => after);
      return rows
        .filter(({ credit }) => credit > 0)
        .sort((a, b) => (a.paymentId < b.paymentId ? -1 : 1));
    },
    sums: () => sums,
    credit: () => (before?.credit ?? 0) + creditDelta(),
    post(posting) {
      sums = posted(sums, posting.kind, posting.amount);
      entries.push(posting);
    },
    putInvoice(invoice) {
      const known = invoices.get(invoice.invoiceId)?.before ?? null;
      const status: InvoiceStatus = invoice.status === 'draft' ? 'draft' : statusOf(invoice);
      const version = known ? known.version + 1 : 1;
      const after: InvoiceRow = { ...invoice, status, version };
      invoices.set(invoice.invoiceId, { before: known, after, changed: true });
    },
    putPayment(payment) {
      const known = payments.get(payment.paymentId)?.before ?? null;
      const after = { ...payment, version: known ? known.version + 1 : 1 };
      payments.set(payment.paymentId, { before: known, after, changed: true });
    },
    async takeNumber(series) {
      let counter = counters.get(series);
      if (!counter) {
        const row = await store.get(counterEntity, counterEntity.get({ schoolId, series }));
        if (!row && series === 'invoice')
          throw new Error(`school ${schoolId} has no invoice series`);
        counter = { before: row, next: row?.next ?? 1 };
        counters.set(series, counter);
      }
      counter.next += 1;
      return counter.next - 1;
    },
    write: (...items) => void writes.push(...items),
    tell: (...more) => void events.push(...more),
    async plan() {
      const changed = [...invoices.values()].filter((book) => book.changed);
      const moved = [...payments.values()].filter((book) => book.changed);
      const open = await planOpenItems(context, school, studentId, before, changed);
      const credit = books.credit();
      const { issued, fees, credited, paid, refunded, disputed } = sums;
      const { earliestDue: _, ...kept } = before ?? {};
      const balance: BalanceRow = {
        ...kept,
        schoolId,
        studentId,
        currency: before?.currency ?? school.currency,
        ...{ issued, fees, credited, paid, refunded, disputed, credit },
        entries: (before?.entries ?? 0) + entries.length,
        ...(open.earliestDue !== null && { earliestDue: open.earliestDue }),
        version: (before?.version ?? 0) + 1,
      };
      const ledger = entriesOf(at, balance, before, entries);
      return {
        writes: [
          before ? replace(balanceEntity, balance) : create(balanceEntity.create(balance)),
          ...ledger.map((entry) => create(ledgerEntryEntity.create(entry))),
          ...changed.flatMap((book) => invoiceWrites(book, school.timeZone)),
          ...open.writes,
          ...moved.map(({ before: was, after }) =>
            was ? replace(paymentEntity, after) : create(paymentEntity.create(after)),
          ),
          ...moved.flatMap(creditWrites),
          ...[...counters].map(([series, counter]) => counterWrite(schoolId, series, counter)),
          ...writes,
        ],
        events: [...events],
      };
    },
  };
  return books;
}

function orderOf({ due, after }: { due: string | null; after: InvoiceRow }): string {
  return `${due}#${after.invoiceId}`;
}

function counterWrite(
  schoolId: string,
  series: Series,
  { before, next }: { before: CounterRow | null; next: number },
): TransactItem {
  const row: CounterRow = { schoolId, series, next, version: (before?.version ?? 0) + 1 };
  return before ? replace(counterEntity, row) : create(counterEntity.create(row));
}

/** The entries of a decision, numbered on and each with the balance after it. */
function entriesOf(
  at: Instant,
  { schoolId, studentId, currency }: BalanceRow,
  before: BalanceRow | null,
  postings: readonly Posting[],
): LedgerEntryRow[] {
  let running = balanceOf(before ?? NO_SUMS);
  return postings.map((posting, i) => {
    running += posting.amount;
    return {
      schoolId,
      studentId,
      sequenceKey: sequenceKey((before?.entries ?? 0) + i + 1),
      ...posting,
      currency,
      balanceAfter: running,
      at,
    };
  });
}
