import { invoiceIssued } from '../../events/finance.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Settings } from '../schools/settings.ts';
import type { InvoiceId, PersonId, SchoolId } from '../shared/ids.ts';
import { localDate, plusDays } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { type Books, openBooks } from './books.ts';
import { newDunning } from './dunning.ts';
import type { InvoiceRow } from './invoice.entity.ts';
import { type Buyer, type InvoiceLine, invoiceTotal, vatByRate } from './invoice.ts';

type InvoiceDraft = {
  invoiceId: InvoiceId;
  studentId: PersonId;
  lines: InvoiceLine[];
  buyer: Buyer;
};

/** A draft: no number used, no balance moved. */
export function draftInvoice(
  context: Context,
  school: Pick<SchoolRow, 'schoolId' | 'currency'>,
  draft: InvoiceDraft,
): InvoiceRow {
  return {
    schoolId: school.schoolId,
    invoiceId: draft.invoiceId,
    studentId: draft.studentId,
    status: 'draft',
    currency: school.currency,
    lines: draft.lines,
    buyer: draft.buyer,
    total: invoiceTotal(draft.lines),
    paid: 0,
    credited: 0,
    createdAt: context.now(),
    version: 1,
  };
}

type Issue = {
  school: Pick<SchoolRow, 'schoolId' | 'currency' | 'timeZone'>;
  settings: Settings;
  invoice: InvoiceRow;
  /** the draft's row exists already; otherwise the invoice is created as issued */
  stored: boolean;
};

/**
 * Plans the issue of an invoice: the school's next number, the balance, the ledger entry and the
 * event, all in the caller's transaction. The number is gapless because the counter's row advances in
 * the transaction that uses it, or not at all; it is read last, so that the race for it is short.
 */
export async function planIssue(context: Context, { school, settings, invoice, stored }: Issue) {
  const books = await openBooks(context, school, invoice.studentId);
  if (stored) await books.invoice(invoice.invoiceId);
  const issued = await issueInto(books, settings, invoice);
  return { ...(await books.plan()), invoice: issued };
}

/** The same inside a decision that does more with the student's books. Reads the counter. */
export async function issueInto(
  books: Books,
  settings: Settings,
  invoice: InvoiceRow,
): Promise<InvoiceRow> {
  const { school } = books;
  const { schoolId, studentId, invoiceId } = invoice;
  const now = books.at;
  const number = await books.takeNumber('invoice');
  const { paymentDays, dunning } = settings.finance;
  books.putInvoice({
    ...invoice,
    number,
    status: 'issued',
    issuedAt: now,
    dueDate: invoice.dueDate ?? plusDays(localDate(now, school.timeZone), paymentDays),
    dunning: newDunning(dunning.days, dunning.fee.amount),
  });
  const issued = await books.invoice(invoiceId);
  books.post({
    kind: 'invoice',
    amount: issued.total,
    invoiceId,
    document: String(number),
    vatByRate: vatByRate(issued.lines),
  });
  books.tell(
    invoiceIssued.of(
      schoolId as SchoolId,
      { id: invoiceId, version: issued.version },
      {
        ...{ invoiceId: invoiceId as InvoiceId, studentId: studentId as PersonId },
        ...{ number, total: issued.total, currency: issued.currency },
      },
    ),
  );
  return issued;
}
