import type { MembershipRow } from '../people/membership.entity.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { PersonId, RefundId } from '../shared/ids.ts';
import { type Money, money } from '../shared/money.ts';
import type { Context } from '../store/context.ts';
import { type Books, openBooks } from './books.ts';
import { defaultBuyer } from './change-invoices.ts';
import { readChargeLines } from './charges.ts';
import { creditInto, creditLines } from './credit-invoice.ts';
import { type InvoiceLine, invoiceTotal, lineTotal, restOf } from './invoice.ts';
import { usableCredit } from './invoice-payable.ts';
import { draftInvoice, issueInto } from './issue-invoice.ts';
import { balanceOf } from './ledger.ts';
import { refundable, release } from './payment.ts';
import { openBilled } from './plan-billed.ts';
import { MOST_ALLOCATIONS, settle } from './plan-payment.ts';
import { refundNow, requestRefund } from './plan-refund.ts';
import { readPrepaid } from './prepaid.ts';
import { readPaymentIds } from './read-finance.ts';

/** More invoices, payments or refunds would not fit one transaction. */
const MOST = 12;

export type Settlement = {
  /** lessons and fees that are on no invoice, at the price that was agreed when they were booked */
  used: { bookingId: string; description: string; amount: Money }[];
  usedTotal: Money;
  /** what of the fee the school keeps: what was bought ahead and not used is worth it */
  adminFee: Money;
  /** what was bought ahead and neither credited nor settled yet */
  prepaid: Money;
  creditNotes: { invoiceId: string; creditNoteId: string | null; amount: Money }[];
  /** what was used beyond what was bought ahead is invoiced */
  invoice: { invoiceId: string | null; total: Money } | null;
  refunds: { paymentId: string; refundId: string | null; method: string; amount: Money }[];
  refundTotal: Money;
  balanceAfter: Money;
};

/**
 * Settles with a student who leaves. Of what was bought ahead the school keeps the lessons used, at list
 * price, and its fee; the rest is credited, and lessons used beyond it are invoiced. What was paid too
 * much goes to what is owed and then back to where it came from. Without `confirm` nothing is written: the
 * same computation is the proposal. Refunds by card are queued; the others are booked as paid out.
 *
 * What one settlement dealt with the next leaves alone: each invoice it kept or credited something of is
 * marked, under the balance's version, so of two at once the second finds nothing left.
 * Throws `nothing_to_settle`.
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
      readPrepaid(context, books, MOST),
    ]);
    const used = charges.filter(({ bookingId, charge }) => !billed.has(bookingId, charge));
    const usedTotal = invoiceTotal(used);
    const prepaidTotal = prepaid.reduce((sum, { left }) => sum + left, 0);
    const [covered, beyond] = coveredBy(prepaidTotal, used);
    const unused = prepaidTotal - invoiceTotal(covered);
    // Who used more than was bought ahead gave nothing up.
    const adminFee =
      beyond.length > 0 ? 0 : Math.min(settings.finance.settlement.fee.amount, unused);

    let toCredit = unused - adminFee;
    const creditNotes: Settlement['creditNotes'] = [];
    for (const [i, { invoiceId, left, lines, notes, credited }] of prepaid.entries()) {
      const amount = Math.min(left, toCredit);
      if (amount > 0) {
        toCredit -= amount;
        await makeOwed(context, books, invoiceId, amount);
        const invoice = await books.invoice(invoiceId);
        const bought = { ...invoice, lines, total: invoiceTotal(lines) };
        const note = await creditInto(books, invoice, notes, {
          creditNoteId: ids.notes[i] as string,
          lines: creditLines(bought, [{ lines: credited }], amount),
          reason: 'settlement',
        });
        creditNotes.push({
          ...{ invoiceId, creditNoteId: confirm ? note.creditNoteId : null },
          amount: inCurrency(amount),
        });
      }
      books.putInvoice({ ...(await books.invoice(invoiceId)), settledAt: books.at });
    }
    for (const { bookingId, charge } of covered) billed.take(bookingId, charge, { settled: true });
    if (beyond.length > 0) {
      const buyer = defaultBuyer(context, school, student);
      const draft = { invoiceId: ids.invoice, studentId, lines: beyond, buyer };
      await issueInto(books, settings, draftInvoice(context, school, draft));
      billed.takeLines(beyond, ids.invoice);
    }
    await applyCredit(books);
    const refunds = await giveBack(context, books, ids.refunds);
    if (confirm && used.length + prepaid.length + refunds.length === 0) {
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
        beyond.length === 0
          ? null
          : {
              invoiceId: confirm ? ids.invoice : null,
              total: inCurrency(invoiceTotal(beyond)),
            },
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

/**
 * The lessons and fees that what was bought ahead pays for, oldest first and each whole, and the others.
 *
 *   1,000 bought ahead, three lessons of 600 -> the first is covered; 400 are credited, two are invoiced
 */
function coveredBy<L extends InvoiceLine>(prepaid: number, used: readonly L[]): [L[], L[]] {
  let sum = 0;
  const first = used.findIndex((line) => {
    sum += lineTotal(line);
    return sum > prepaid;
  });
  return first < 0 ? [[...used], []] : [used.slice(0, first), used.slice(first)];
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
