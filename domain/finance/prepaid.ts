import { readServices } from '../schools/read-schools.ts';
import type { Context } from '../store/context.ts';
import type { Books } from './books.ts';
import type { CreditNoteRow } from './credit-note.entity.ts';
import { type InvoiceLine, invoiceTotal } from './invoice.ts';
import { readCreditNotes, readInvoiceIds } from './read-finance.ts';

/** What was bought ahead is settled; a sign-up, a fee or a book is not given back. */
const KEPT = new Set(['sign_up', 'fee', 'material']);

/** What was bought ahead on one invoice. Amounts in minor units. */
export type Prepaid = {
  invoiceId: string;
  lines: InvoiceLine[];
  /** what is not credited of it */
  left: number;
  /** the invoice's credit notes so far, and what of them credits these lines */
  notes: CreditNoteRow[];
  credited: InvoiceLine[];
};

/** Invoices with something bought ahead that no settlement has dealt with, newest first. */
export async function readPrepaid(
  context: Context,
  books: Books,
  most: number,
): Promise<Prepaid[]> {
  const { store } = context;
  const { schoolId } = books.school;
  const [ids, services] = await Promise.all([
    readInvoiceIds(store, schoolId, books.studentId),
    readServices(store, schoolId),
  ]);
  const kinds = new Map(services.map(({ serviceId, kind }) => [serviceId, kind]));
  const isAhead = ({ bookingId, serviceId }: InvoiceLine) =>
    bookingId === undefined && !KEPT.has(kinds.get(serviceId ?? '') ?? '');
  const found: Prepaid[] = [];
  for (const invoiceId of ids) {
    const invoice = await books.invoice(invoiceId);
    const isSettled = invoice.settledAt !== undefined;
    if (invoice.status === 'draft' || isSettled || found.length === most) continue;
    const lines = invoice.lines.filter(isAhead);
    if (lines.length === 0) continue;
    const notes = invoice.credited > 0 ? await readCreditNotes(store, schoolId, invoiceId) : [];
    const others = invoice.lines.filter((line) => !isAhead(line));
    const credited = notes.flatMap((note) => note.lines).filter((line) => !isNamedIn(others, line));
    const left = Math.min(
      invoiceTotal(lines) - invoiceTotal(credited),
      invoice.total - invoice.credited,
    );
    if (left > 0) found.push({ invoiceId, lines, left, notes, credited });
  }
  return found;
}

/** A credit note says by the name what it credits; what it calls otherwise was bought ahead. */
function isNamedIn(lines: readonly InvoiceLine[], { description }: InvoiceLine): boolean {
  return lines.some((line) => line.description === description);
}
