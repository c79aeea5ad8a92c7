import type { Actor } from '../../events/define.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { invalidField } from '../shared/errors.ts';
import type { PersonId } from '../shared/ids.ts';
import { instant } from '../shared/instant.ts';
import { type Money, money } from '../shared/money.ts';
import { localDate, readDateOrInstant } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { openBooks } from './books.ts';
import { requireCurrency } from './check-lines.ts';
import { restOf } from './invoice.ts';
import { usableCredit } from './invoice-payable.ts';
import type { ManualMethod } from './payment.ts';
import { MOST_ALLOCATIONS, payInto, requireIssued, settle } from './plan-payment.ts';
import { invoiceView, paymentView } from './views.ts';

export type PaymentInput = {
  amount: Money;
  method: ManualMethod;
  /** a moment, or a date in the school's zone */
  receivedAt: string;
  reference?: string | undefined;
  allocations?: { invoiceId: string; amount: Money }[] | undefined;
};

/**
 * Records money that the school received itself. The chosen invoices take it, or without a choice
 * whatever is open, the first due first; what no invoice takes is the student's credit.
 * Throws `invalid` naming the field, `not_found` and `conflict` for an invoice that takes no money.
 */
export async function recordPayment(
  context: Context,
  school: SchoolRow,
  studentId: string,
  input: PaymentInput,
) {
  const paymentId = context.newId('pay');
  const receivedAt = readDateOrInstant(input.receivedAt, school.timeZone, '/receivedAt');
  requireCurrency(school, input.amount, '/amount');
  checkAllocations(school, input);
  return context.store.transact(context, async () => {
    const books = await openBooks(context, school, studentId);
    for (const { invoiceId } of input.allocations ?? [])
      requireIssued(await books.invoice(invoiceId));
    const row = await payInto(context, books, {
      ...{ paymentId, studentId, amount: input.amount.amount, method: input.method },
      ...{ receivedAt, recordedBy: byWhom(context.actor), reference: input.reference },
      allocations:
        input.allocations?.map(({ invoiceId, amount }) => ({ invoiceId, amount: amount.amount })) ??
        'oldest_first',
    });
    return { ...(await books.plan()), result: paymentView(row) };
  });
}

function checkAllocations(school: SchoolRow, { amount, allocations = [] }: PaymentInput): void {
  const seen = new Set<string>();
  for (const [i, { invoiceId, amount: part }] of allocations.entries()) {
    requireCurrency(school, part, `/allocations/${i}/amount`);
    if (seen.has(invoiceId)) {
      const path = `/allocations/${i}/invoiceId`;
      throw invalidField(path, 'duplicate', `${path}: this invoice is there twice.`);
    }
    seen.add(invoiceId);
  }
  const sum = allocations.reduce((all, part) => all + part.amount.amount, 0);
  if (sum <= amount.amount) return;
  const message = '/allocations: more is given to invoices than was received.';
  throw invalidField('/allocations', 'exceeds_amount', message);
}

/** Who recorded it: a person's id, or the name of a job. */
export function byWhom(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return actor.personId;
    case 'visitor':
      return 'visitor';
    case 'system':
      return actor.name;
  }
}

/**
 * Gives credit to an invoice, out of the oldest payments first. What reminder fees claim of it stays.
 * Throws `invalid` naming `/amount` when there is not so much credit or the invoice is not owed it,
 * `conflict` for a draft, `not_found`.
 */
export async function allocateCredit(
  context: Context,
  school: SchoolRow,
  studentId: PersonId,
  { invoiceId, amount }: { invoiceId: string; amount: Money },
) {
  requireCurrency(school, amount, '/amount');
  return context.store.transact(context, async () => {
    const books = await openBooks(context, school, studentId);
    const before = await books.invoice(invoiceId);
    requireIssued(before);
    const usable = usableCredit({ credit: books.credit(), fees: books.sums().fees });
    refuseAbove(amount.amount, usable, 'the student has no more credit than');
    refuseAbove(amount.amount, restOf(before), 'the invoice is owed no more than');
    let left = amount.amount;
    const allocations: { paymentId: string; amount: Money }[] = [];
    for (const { paymentId } of await books.openCredits(MOST_ALLOCATIONS)) {
      const taken = await settle(books, paymentId, invoiceId, left);
      if (taken > 0) allocations.push({ paymentId, amount: money(taken, amount.currency) });
      left -= taken;
    }
    if (left > 0) {
      const most = amount.amount - left;
      refuseAbove(amount.amount, most, 'credit of so many payments: at once at most');
    }
    const today = localDate(instant(context.now()), school.timeZone);
    return {
      ...(await books.plan()),
      result: {
        invoice: invoiceView(await books.invoice(invoiceId), today),
        allocations,
        credit: money(
          usableCredit({ credit: books.credit(), fees: books.sums().fees }),
          amount.currency,
        ),
      },
    };
  });
}

function refuseAbove(amount: number, most: number, why: string): void {
  if (amount > most) throw invalidField('/amount', 'exceeds_amount', `/amount: ${why} ${most}.`);
}
