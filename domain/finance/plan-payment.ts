import { paymentReceived } from '../../events/finance.ts';
import { DomainError } from '../shared/errors.ts';
import type { InvoiceId, PaymentId, PersonId, SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { type Books, type FinanceSchool, openBooks, type Planned } from './books.ts';
import { restOf } from './invoice.ts';
import type { PaymentRow } from './payment.entity.ts';
import { type Allocation, allocate, type PaymentMethod } from './payment.ts';

/** More would not fit one transaction: each invoice is two writes. */
export const MOST_ALLOCATIONS = 25;

export type NewPayment = {
  paymentId: PaymentId;
  studentId: string;
  /** minor units of the school's currency, above 0 */
  amount: number;
  method: PaymentMethod;
  receivedAt: Instant;
  recordedBy: string;
  reference?: string | undefined;
  /** of a provider: its name of the payment, and the account the money lies in */
  external?: { id: string; account: string } | undefined;
  /**
   * The invoices that take the money, each at most what it is still owed; the rest becomes credit.
   * `oldest_first`: whatever is open, by due date.
   */
  allocations: readonly Allocation[] | 'oldest_first';
};

/**
 * Plans a payment: the ledger entry, the payment's row, what the invoices take of it, the credit that
 * is left, and the event that the receipt comes from. A paid or credited invoice takes nothing, so
 * cash and card at once end as one settled invoice and one credit. A draft takes nothing either.
 * Throws `not_found` for an invoice that is not this student's.
 */
export async function planPayment(
  context: Context,
  school: FinanceSchool,
  payment: NewPayment,
): Promise<Planned & { payment: PaymentRow }> {
  const books = await openBooks(context, school, payment.studentId);
  const row = await payInto(context, books, payment);
  return { ...(await books.plan()), payment: row };
}

/** The same inside a decision that does more with the student's books. */
export async function payInto(
  context: Context,
  books: Books,
  { external, allocations, reference, ...payment }: NewPayment,
): Promise<PaymentRow> {
  const { amount, method, studentId, paymentId } = payment;
  const { schoolId, currency } = books.school;
  books.putPayment({
    ...payment,
    schoolId,
    currency,
    ...(reference !== undefined && { reference }),
    ...(external && { externalId: external.id, account: external.account }),
    ...{ allocations: [], credit: amount, refunded: 0, refunding: 0, disputed: 0, overdrawn: 0 },
    disputes: [],
    createdAt: context.now(),
    version: 1,
  });
  const chosen =
    allocations === 'oldest_first'
      ? (await books.openInvoices(MOST_ALLOCATIONS)).map((invoice) => ({
          invoiceId: invoice.invoiceId,
          amount: restOf(invoice),
        }))
      : allocations;
  for (const { invoiceId, amount: asked } of chosen)
    await settle(books, paymentId, invoiceId, asked);
  const row = await books.payment(paymentId);
  const taken = row.allocations.map(({ invoiceId }) => invoiceId as InvoiceId);
  const about = taken.length > 0 ? taken : chosen.map(({ invoiceId }) => invoiceId as InvoiceId);
  books.post({
    kind: 'payment',
    amount: -amount,
    paymentId,
    method,
    ...(about.length === 1 && { invoiceId: about[0] }),
    ...(external && { externalId: external.id }),
  });
  books.tell(
    paymentReceived.of(
      schoolId as SchoolId,
      { id: paymentId, version: row.version },
      {
        ...{ paymentId, studentId: studentId as PersonId, invoiceIds: about },
        ...{ amount, credit: row.credit, currency, method },
      },
    ),
  );
  return row;
}

/**
 * Gives a payment's credit to an invoice: as much as is asked for, there, and owed. Answers what the
 * invoice took.
 */
export async function settle(
  books: Books,
  paymentId: string,
  invoiceId: string,
  asked: number,
): Promise<number> {
  const [payment, invoice] = [await books.payment(paymentId), await books.invoice(invoiceId)];
  if (invoice.status === 'draft') return 0;
  const amount = Math.max(0, Math.min(asked, payment.credit, restOf(invoice)));
  if (amount === 0) return 0;
  books.putPayment(allocate(payment, invoiceId, amount));
  books.putInvoice({ ...invoice, paid: invoice.paid + amount });
  return amount;
}

/** Invoices give up what a payment had settled: they are owed again. */
export async function reopen(books: Books, released: readonly Allocation[]): Promise<void> {
  for (const { invoiceId, amount } of released) {
    const invoice = await books.invoice(invoiceId);
    books.putInvoice({ ...invoice, paid: invoice.paid - amount });
  }
}

/** Staff say which invoice; a draft is none yet. Throws `conflict`. */
export function requireIssued({ status }: { status: string }): void {
  if (status !== 'draft') return;
  throw new DomainError('conflict', 'This invoice is a draft; issue it first.');
}
