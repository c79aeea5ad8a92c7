import type { MembershipRow } from '../people/membership.entity.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { PersonId } from '../shared/ids.ts';
import { type IsoDate, localDate } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { openBooks } from './books.ts';
import { defaultBuyer } from './change-invoices.ts';
import { readChargeLines } from './charges.ts';
import type { InvoiceRow } from './invoice.entity.ts';
import { draftInvoice, issueInto } from './issue-invoice.ts';
import { openBilled } from './plan-billed.ts';
import { type InvoiceView, invoiceView } from './views.ts';

/** An invoice is a row of 400 KB at most, and a reader's patience ends long before. */
const MOST_LINES = 200;

/**
 * Invoices whatever a student's bookings and their fees cost and is on no invoice yet, in one invoice,
 * issued at once. Throws `nothing_to_invoice`.
 */
export async function billStudent(
  context: Context,
  school: SchoolRow,
  student: MembershipRow,
  { dueDate }: { dueDate?: IsoDate | undefined } = {},
): Promise<InvoiceView> {
  const billed = await billIfAny(context, school, student, dueDate);
  if (billed) return billed;
  throw new DomainError('nothing_to_invoice', 'Everything of this student is on an invoice.');
}

/** The same for a run over many: null when there is nothing. */
export async function billIfAny(
  context: Context,
  school: SchoolRow,
  student: MembershipRow,
  dueDate?: IsoDate,
): Promise<InvoiceView | null> {
  const { store } = context;
  const { schoolId } = school;
  const studentId = student.personId as PersonId;
  const invoiceId = context.newId('inv');
  return store.transact<InvoiceView | null>(context, async () => {
    // First the row that says what is billed: a lesson that another invoice takes meanwhile is seen there.
    const billed = await openBilled(store, schoolId, studentId);
    const charges = await readChargeLines(context, school, studentId);
    const lines = charges
      .filter(({ bookingId, charge }) => !billed.has(bookingId, charge))
      .slice(0, MOST_LINES);
    if (lines.length === 0) return { writes: [], result: null };
    billed.takeLines(lines, invoiceId);
    const buyer = defaultBuyer(context, school, student);
    const draft: InvoiceRow = {
      ...draftInvoice(context, school, { invoiceId, studentId, lines, buyer }),
      ...(dueDate !== undefined && { dueDate }),
    };
    const { settings } = await readSettings(store, schoolId);
    const books = await openBooks(context, school, studentId);
    const issued = await issueInto(books, settings, draft);
    books.write(...billed.writes());
    return {
      ...(await books.plan()),
      result: invoiceView(issued, localDate(context.now(), school.timeZone)),
    };
  });
}
