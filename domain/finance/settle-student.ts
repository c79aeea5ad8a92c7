import type { MembershipRow } from '../people/membership.entity.ts';
import { readServices, readSettings } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { PersonId, RefundId } from '../shared/ids.ts';
import { type Money, money } from '../shared/money.ts';
import type { Context } from '../store/context.ts';
import { type Books, openBooks } from './books.ts';
import { defaultBuyer } from './change-invoices.ts';
import { readChargeLines } from './charges.ts';
import { creditInto, creditLines } from './credit-invoice.ts';
import type { InvoiceRow } from './invoice.entity.ts';
import { type InvoiceLine, invoiceTotal, lineTotal, restOf } from './invoice.ts';
import { usableCredit } from './invoice-payable.ts';
import { draftInvoice, issueInto } from './issue-invoice.ts';
import { balanceOf } from './ledger.ts';
import { refundable, release } from './payment.ts';
import { openBilled } from './plan-billed.ts';
import { MOST_ALLOCATIONS, settle } from './plan-payment.ts';
import { refundNow, requestRefund } from './plan-refund.ts';
import { readCreditNotes, readInvoiceIds, readPaymentIds } from './read-finance.ts';

/** What was bought ahead is settled; a sign-up, a fee or a book is not given back. */
const KEPT = new Set(['sign_up', 'fee', 'material']);
/** More invoices, payments or refunds would not fit one transaction. */
const MOST = 12;

export type Settlement = {
  /** lessons and fees that are on no invoice, at the price that was agreed when they were booked */
  used: { bookingId: string; description: string; amount: Money }[];
  usedTotal: Money;
  adminFee: Money;
  /** what was bought ahead and not credited yet */
  prepaid: Money;
  creditNotes: { invoiceId: string; creditNoteId: string | null; amount: Money }[];
  /** without anything bought ahead, what was used is invoiced */
  invoice: { invoiceId: string | null; total: Money } | null;
  refunds: { paymentId: string; refundId: string | null; method: string; amount: Money }[];
  refundTotal: Money;
  balanceAfter: Money;
};

/**
 * Settles with a student who leaves. Of what was bought ahead the school keeps the lessons used, at list
 * price, and its fee; the rest is credited, and what was paid too much goes to what else is owed and then
 * back to where it came from. Without `confirm` nothing is written: the same computation is the proposal.
 * Refunds by card are queued; the others are booked as paid out. Throws `nothing_to_settle`.
 */
export async function settleStudent(
  context: Context,
  school: SchoolRow,
  student: MembershipRow,
  { confirm }: { confirm: boolean },
): Promise<Settlement> {
  const { store } = context;
  const { schoolId, currency } = school;
  const studentId = student.personId as PersonId;
  const inCurrency = (amount: number) => money(amount, currency);
  const ids = {
    invoice: context.newId('inv'),
    notes: Array.from({ length: MOST }, () => context.newId('crn')),
    refunds: Array.from({ length: MOST }, () => context.newId('ref')),
  };
  return store.transact(context, async () => {
    const billed = await openBilled(store, schoolId, studentId);
    const books = await openBooks(context, school, studentId);
    const [charges, { settings }, prepaid] = await Promise.all([
      readChargeLines(context, school, studentId),
      readSettings(store, schoolId),
      readPrepaid(context, books),
    ]);
    const used = charges.filter(({ bookingId, charge }) => !billed.has(bookingId, charge));
    const usedTotal = invoiceTotal(used);
    const prepaidTotal = prepaid.reduce((sum, { left }) => sum + left, 0);
    const adminFee = prepaidTotal > 0 ? settings.finance.settlement.fee.amount : 0;

    let toCredit = Math.max(0, prepaidTotal - usedTotal - adminFee);
    const creditNotes: Settlement['creditNotes'] = [];
    for (const [i, { invoiceId, left, lines }] of prepaid.entries()) {
      const amount = Math.min(left, toCredit);
      if (amount === 0) continue;
      toCredit -= amount;
      await makeOwed(context, books, invoiceId, amount);
      const invoice = await books.invoice(invoiceId);
      const earlier = await readCreditNotes(store, schoolId, invoiceId);
      const note = await creditInto(books, invoice, earlier, {
        creditNoteId: ids.notes[i] as string,
        lines: creditLines({ ...invoice, lines, total: invoiceTotal(lines) }, earlier, amount),
        reason: 'settlement',
      });
      creditNotes.push({
        ...{ invoiceId, creditNoteId: confirm ? note.creditNoteId : null },
        amount: inCurrency(amount),
      });
    }
    const isCovered = prepaidTotal > 0;
    if (isCovered) {
      for (const { bookingId, charge } of used) billed.take(bookingId, charge, { settled: true });
    } else if (used.length > 0) {
      const buyer = defaultBuyer(context, school, student);
      const draft = { invoiceId: ids.invoice, studentId, lines: used, buyer };
      await issueInto(books, settings, draftInvoice(context, school, draft));
      billed.takeLines(used, ids.invoice);
    }
    await applyCredit(books);
    const refunds = await giveBack(context, books, ids.refunds);
    if (confirm && used.length + creditNotes.length + refunds.length === 0) {
      throw new DomainError('nothing_to_settle', 'There is nothing to settle with this student.');
    }
    const refundTotal = refunds.reduce((sum, { amount }) => sum + amount, 0);
    // Card refunds move the balance only when the provider has carried them out.
    const queued = refunds.filter(({ method }) => method === 'card');
    const balance = balanceOf(books.sums()) + queued.reduce((sum, { amount }) => sum + amount, 0);
    const result: Settlement = {
      used: used.map((line) => ({
        ...{ bookingId: line.bookingId, description: line.description },
        amount: inCurrency(lineTotal(line)),
      })),
      ...{ usedTotal: inCurrency(usedTotal), adminFee: inCurrency(adminFee) },
      ...{ prepaid: inCurrency(prepaidTotal), creditNotes },
      invoice:
        isCovered || used.length === 0
          ? null
          : { invoiceId: confirm ? ids.invoice : null, total: inCurrency(usedTotal) },
      refunds: refunds.map(({ paymentId, refundId, method, amount }) => ({
        ...{ paymentId, refundId: confirm ? refundId : null, method },
        amount: inCurrency(amount),
      })),
      refundTotal: inCurrency(refundTotal),
      balanceAfter: inCurrency(balance),
    };
    if (!confirm) return { writes: [], result };
    books.write(...billed.writes());
    return { ...(await books.plan()), result };
  });
}

/** Invoices with lines that were bought ahead, newest first, and how much of them is not credited. */
async function readPrepaid(context: Context, books: Books) {
  const { schoolId } = books.school;
  const [ids, services] = await Promise.all([
    readInvoiceIds(context.store, schoolId, books.studentId),
    readServices(context.store, schoolId),
  ]);
  const kinds = new Map(services.map(({ serviceId, kind }) => [serviceId, kind]));
  const isAhead = ({ bookingId, serviceId }: InvoiceLine) =>
    bookingId === undefined && !KEPT.has(kinds.get(serviceId ?? '') ?? '');
  const found: { invoiceId: string; lines: InvoiceLine[]; left: number }[] = [];
  for (const invoiceId of ids) {
    const invoice: InvoiceRow = await books.invoice(invoiceId);
    if (invoice.status === 'draft' || found.length === MOST) continue;
    const lines = invoice.lines.filter(isAhead);
    const left = Math.min(invoiceTotal(lines), invoice.total - invoice.credited);
    if (left > 0) found.push({ invoiceId, lines, left });
  }
  return found;
}

/** What is paid of an invoice and shall be credited becomes the student's credit first. */
async function makeOwed(
  context: Context,
  books: Books,
  invoiceId: string,
  amount: number,
): Promise<void> {
  const invoice = await books.invoice(invoiceId);
  let missing = amount - restOf(invoice);
  if (missing <= 0) return;
  for (const paymentId of await readPaymentIds(
    context.store,
    books.school.schoolId,
    books.studentId,
  )) {
    const payment = await books.payment(paymentId);
    const held = payment.allocations.find((one) => one.invoiceId === invoiceId)?.amount ?? 0;
    const taken = Math.min(held, missing);
    if (taken === 0) continue;
    books.putPayment(release(payment, invoiceId, taken));
    const before = await books.invoice(invoiceId);
    books.putInvoice({ ...before, paid: before.paid - taken });
    missing -= taken;
  }
}

/** Credit goes to whatever is open, the first due first. */
async function applyCredit(books: Books): Promise<void> {
  let usable = usableCredit({ credit: books.credit(), fees: books.sums().fees });
  for (const { invoiceId } of await books.openInvoices(MOST_ALLOCATIONS)) {
    for (const { paymentId } of await books.openCredits(MOST_ALLOCATIONS)) {
      usable -= await settle(books, paymentId, invoiceId, usable);
    }
  }
}

async function giveBack(context: Context, books: Books, ids: readonly RefundId[]) {
  let usable = usableCredit({ credit: books.credit(), fees: books.sums().fees });
  const refunds: { paymentId: string; refundId: string; method: string; amount: number }[] = [];
  for (const payment of await books.openCredits(MOST_ALLOCATIONS)) {
    const amount = Math.min(usable, payment.credit, refundable(payment));
    const refundId = ids[refunds.length];
    if (amount <= 0 || !refundId) continue;
    usable -= amount;
    const { paymentId, method } = payment;
    const refund = method === 'card' ? requestRefund : refundNow;
    await refund(context, books, paymentId, { refundId, amount, reason: 'settlement' });
    refunds.push({ paymentId, refundId, method, amount });
  }
  return refunds;
}
