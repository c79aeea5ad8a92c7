import type { Context } from '../store/context.ts';
import { dueAt, notDue } from '../store/due.ts';
import type { TransactItem } from '../store/port.ts';
import { create, remove, replace } from '../store/write.ts';
import type { FinanceSchool } from './books.ts';
import { nextStep } from './dunning.ts';
import { type InvoiceRow, invoiceEntity } from './invoice.entity.ts';
import { nextDueDate, restOf } from './invoice.ts';
import type { BalanceRow } from './ledger.entity.ts';
import { openCreditEntity, openInvoiceEntity } from './open-items.entity.ts';
import type { PaymentRow } from './payment.entity.ts';

/** A row as it was read and as it will be; `before` null: it is new. */
export type Book<Row> = { before: Row | null; after: Row; changed: boolean };

/** The write of one invoice, with what is due next about it. */
export function invoiceWrites({ before, after }: Book<InvoiceRow>, timeZone: string) {
  const step = nextStep(after, timeZone);
  const row = {
    ...notDue(after),
    ...(step && dueAt(step.at, after.invoiceId)),
  } as InvoiceRow;
  return [before ? replace(invoiceEntity, row) : create(invoiceEntity.create(row))];
}

/** The pointer at a payment comes with its first credit and goes with its last. */
export function creditWrites({ before, after }: Book<PaymentRow>): TransactItem[] {
  const key = {
    schoolId: after.schoolId,
    studentId: after.studentId,
    paymentId: after.paymentId,
  };
  const had = (before?.credit ?? 0) > 0;
  const has = after.credit > 0;
  if (had === has) return [];
  return [has ? create(openCreditEntity.create(key)) : remove(openCreditEntity.remove(key))];
}

/**
 * The pointers at open invoices, and when the first of them falls due. Only when the earliest one
 * goes must the next be looked for.
 */
export async function planOpenItems(
  context: Context,
  { schoolId }: FinanceSchool,
  studentId: string,
  balance: BalanceRow | null,
  changed: readonly Book<InvoiceRow>[],
): Promise<{ writes: TransactItem[]; earliestDue: string | null }> {
  const steps = changed.map(({ before, after }) => ({
    was: before && nextDueDate(before),
    is: nextDueDate(after),
    before,
    after,
  }));
  const writes = steps.flatMap(({ was, is, before, after }) => {
    const { invoiceId } = after;
    const keyAt = (dueDate: string) => ({ schoolId, studentId, dueDate, invoiceId });
    const row = (dueDate: string) => ({
      ...keyAt(dueDate),
      rest: restOf(after),
      version: after.version,
    });
    if (was !== null && was === is && before)
      return after.version === before.version ? [] : [replace(openInvoiceEntity, row(was))];
    return [
      ...(was === null ? [] : [remove(openInvoiceEntity.remove(keyAt(was)))]),
      ...(is === null ? [] : [create(openInvoiceEntity.create(row(is)))]),
    ];
  });
  const arriving = steps.flatMap(({ is }) => (is === null ? [] : [is]));
  const known = balance?.earliestDue ?? null;
  const leaving = steps.filter(({ was, is }) => was !== null && was !== is);
  if (!leaving.some(({ was }) => was === known)) {
    return { writes, earliestDue: earliest([...(known === null ? [] : [known]), ...arriving]) };
  }
  const query = openInvoiceEntity.query.byDueDate({ schoolId, studentId });
  // Everything that changes here may stand before the first that stays.
  const { items } = await context.store.page(openInvoiceEntity, query, {
    limit: changed.length + 1,
  });
  const staying = items
    .filter(({ invoiceId }) => !changed.some(({ after }) => after.invoiceId === invoiceId))
    .map(({ dueDate }) => dueDate);
  return { writes, earliestDue: earliest([...staying, ...arriving]) };
}

function earliest(dates: readonly string[]): string | null {
  return dates.reduce<string | null>(
    (first, date) => (first === null || date < first ? date : first),
    null,
  );
}
