import type { SchoolRow } from '../schools/school.entity.ts';
import { invalidField } from '../shared/errors.ts';
import type { Money } from '../shared/money.ts';
import { addYearsMonths, type IsoDate, localDate } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { openBooks } from './books.ts';
import { requireCurrency } from './check-lines.ts';
import { type Instalment, restOf } from './invoice.ts';
import { requireIssued } from './plan-payment.ts';
import { requireInvoice } from './read-finance.ts';
import { byWhom } from './record-payment.ts';
import { invoiceView } from './views.ts';

/** An amount in so many parts that differ by one øre at most; the larger ones first. 1000 in 3: 334, 333, 333. */
export function splitEvenly(amount: number, parts: number): number[] {
  const least = Math.floor(amount / parts);
  const more = amount - least * parts;
  return Array.from({ length: parts }, (_, i) => least + (i < more ? 1 : 0));
}

/** Monthly instalments of an amount from a date on; on the last day of months that are too short. */
export function monthlyInstalments(amount: number, parts: number, first: IsoDate): Instalment[] {
  return splitEvenly(amount, parts).map((part, i) => ({
    dueDate: addYearsMonths(first, { months: i }),
    amount: part,
  }));
}

export type InstalmentsInput = {
  invoiceId: string;
  instalments?: { dueDate: IsoDate; amount: Money }[] | undefined;
  /** or evenly, month by month */
  count?: number | undefined;
  firstDueDate?: IsoDate | undefined;
};

/**
 * Agrees on instalments for what is owed of an invoice. They sum to it exactly. As long as there is an
 * agreement nothing is reminded of; an instalment that is not paid in time makes the invoice overdue.
 * A new agreement takes the place of the old one.
 * Throws `invalid` naming the field, `conflict` for a draft or a settled invoice, `not_found`.
 */
export async function agreeInstalments(
  context: Context,
  school: SchoolRow,
  studentId: string,
  input: InstalmentsInput,
) {
  const given = input.instalments?.map(({ dueDate, amount }, i) => {
    requireCurrency(school, amount, `/instalments/${i}/amount`);
    return { dueDate, amount: amount.amount };
  });
  return context.store.transact(context, async () => {
    const books = await openBooks(context, school, studentId);
    const invoice = await books.invoice(input.invoiceId);
    requireIssued(invoice);
    const rest = restOf(invoice);
    const instalments = given ?? evenly(rest, input);
    checkInstalments(rest, instalments);
    books.putInvoice({
      ...invoice,
      plan: { instalments, settledBefore: invoice.paid + invoice.credited },
    });
    const today = localDate(context.now(), school.timeZone);
    const result = invoiceView(await books.invoice(input.invoiceId), today);
    return { ...(await books.plan()), result };
  });
}

function evenly(rest: number, { count, firstDueDate }: InstalmentsInput): Instalment[] {
  if (count === undefined || firstDueDate === undefined) {
    const message = '/instalments: give them, or count and firstDueDate.';
    throw invalidField('/instalments', 'required', message);
  }
  if (rest < count) {
    throw invalidField('/count', 'too_big', `/count: ${rest} cannot be paid in ${count} parts.`);
  }
  return monthlyInstalments(rest, count, firstDueDate);
}

function checkInstalments(rest: number, instalments: readonly Instalment[]): void {
  const sum = instalments.reduce((all, { amount }) => all + amount, 0);
  if (sum !== rest) {
    const message = `/instalments: sum to ${sum}, and ${rest} is owed.`;
    throw invalidField('/instalments', 'wrong_sum', message);
  }
  const late = instalments.findIndex(
    ({ dueDate }, i) => i > 0 && dueDate <= (instalments[i - 1]?.dueDate ?? ''),
  );
  if (late > 0) {
    const path = `/instalments/${late}/dueDate`;
    throw invalidField(path, 'not_after_from', `${path}: must be after the one before.`);
  }
}

/**
 * Stops the reminders of an invoice, until a date or for good. Pausing again takes the place of the
 * pause before; one until today lets them go on. Throws `conflict` for a draft, `not_found`.
 */
export async function pauseDunning(
  context: Context,
  school: SchoolRow,
  invoiceId: string,
  { reason, until }: { reason: string; until?: IsoDate | undefined },
) {
  return context.store.transact(context, async () => {
    const { studentId } = await requireInvoice(context.store, school.schoolId, invoiceId);
    const books = await openBooks(context, school, studentId);
    const invoice = await books.invoice(invoiceId);
    requireIssued(invoice);
    const at = context.now();
    const pause = { reason, by: byWhom(context.actor), at, ...(until !== undefined && { until }) };
    books.putInvoice({
      ...invoice,
      ...(invoice.dunning && { dunning: { ...invoice.dunning, pause } }),
    });
    const result = invoiceView(await books.invoice(invoiceId), localDate(at, school.timeZone));
    return { ...(await books.plan()), result };
  });
}
