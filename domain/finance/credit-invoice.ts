import { creditNoteIssued } from '../../events/finance.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError } from '../shared/errors.ts';
import type { CreditNoteId, InvoiceId, PersonId, SchoolId } from '../shared/ids.ts';
import type { Context } from '../store/context.ts';
import { create } from '../store/write.ts';
import { type Books, openBooks } from './books.ts';
import { checkLine, type LineInput } from './check-lines.ts';
import { type CreditNoteRow, creditNoteEntity } from './credit-note.entity.ts';
import type { InvoiceRow } from './invoice.entity.ts';
import { type InvoiceLine, invoiceTotal, lineTotal, restOf, vatByRate } from './invoice.ts';
import { requireIssued } from './plan-payment.ts';
import { readCreditNotes, requireInvoice } from './read-finance.ts';
import { creditNoteNumber, creditNoteView } from './views.ts';

export type CreditInput = { lines?: LineInput[] | undefined; reason: string };

/**
 * Credits an issued invoice: by lines, or all that is still owed of it. What was paid is not touched,
 * it is refunded first. Throws `credit_exceeds_rest`, `conflict` for a draft, `not_found`, `invalid`.
 */
export async function creditInvoice(
  context: Context,
  school: SchoolRow,
  invoiceId: string,
  { lines, reason }: CreditInput,
) {
  const creditNoteId = context.newId('crn');
  return context.store.transact(context, async () => {
    const { studentId } = await requireInvoice(context.store, school.schoolId, invoiceId);
    const books = await openBooks(context, school, studentId);
    const invoice = await books.invoice(invoiceId);
    requireIssued(invoice);
    const earlier = await readCreditNotes(context.store, school.schoolId, invoiceId);
    const credited = lines
      ? lines.map((line, i) => checkLine(school, line, `/lines/${i}`))
      : creditLines(invoice, earlier, restOf(invoice));
    const note = await creditInto(books, invoice, earlier, {
      ...{ creditNoteId, lines: credited, reason },
    });
    return { ...(await books.plan()), result: creditNoteView(note) };
  });
}

/** The same inside a decision that does more with the student's books. Throws `credit_exceeds_rest`. */
export async function creditInto(
  books: Books,
  invoice: InvoiceRow,
  earlier: readonly CreditNoteRow[],
  { creditNoteId, lines, reason }: { creditNoteId: string; lines: InvoiceLine[]; reason: string },
): Promise<CreditNoteRow> {
  const { schoolId, invoiceId, studentId, currency, buyer } = invoice;
  const total = invoiceTotal(lines);
  requireWithin(invoice, earlier, lines);
  const number = await books.takeNumber('credit_note');
  const note: CreditNoteRow = {
    ...{ schoolId, creditNoteId, invoiceId, studentId, number, currency, lines, buyer },
    ...{ total, reason, issuedAt: books.at },
  };
  books.putInvoice({ ...invoice, credited: invoice.credited + total });
  books.write(create(creditNoteEntity.create(note)));
  books.post({
    ...{ kind: 'credit_note', amount: -total, invoiceId, vatByRate: vatByRate(lines) },
    document: creditNoteNumber(number),
  });
  books.tell(
    creditNoteIssued.of(
      schoolId as SchoolId,
      { id: creditNoteId, version: 1 },
      {
        creditNoteId: creditNoteId as CreditNoteId,
        invoiceId: invoiceId as InvoiceId,
        studentId: studentId as PersonId,
        ...{ number, total, currency },
      },
    ),
  );
  return note;
}

/**
 * Lines that credit `amount` of an invoice. The whole of it is credited line by line; a part is spread
 * over what each VAT rate still holds, so that the VAT of the credit is of the kind that was charged.
 *
 *   300 of an invoice of 400 at 25 % and 200 exempt -> 200 at 25 %, 100 exempt
 */
export function creditLines(
  invoice: Pick<InvoiceRow, 'lines' | 'total' | 'number'>,
  earlier: readonly Pick<CreditNoteRow, 'lines'>[],
  amount: number,
): InvoiceLine[] {
  if (amount === invoice.total) {
    return invoice.lines.map(({ bookingId: _, charge: __, ...line }) => line);
  }
  const left = creditableByKind(invoice, earlier).filter(({ gross }) => gross > 0);
  const all = left.reduce((sum, { gross }) => sum + gross, 0);
  let given = 0;
  let seen = 0;
  return left.flatMap(({ gross, vatRate, vatExemption }) => {
    seen += gross;
    // Shares of the running sum: each is at most one øre off, and together they are exact.
    const share = all === 0 ? 0 : Number((BigInt(amount) * BigInt(seen)) / BigInt(all)) - given;
    given += share;
    if (share === 0) return [];
    const description = `Faktura ${invoice.number}`;
    return [{ description, quantity: 1, unitPrice: share, vatRate, vatExemption }];
  });
}

type Kind = Pick<InvoiceLine, 'vatRate' | 'vatExemption'>;

function creditableByKind(
  invoice: Pick<InvoiceRow, 'lines'>,
  earlier: readonly Pick<CreditNoteRow, 'lines'>[],
): (Kind & { gross: number })[] {
  const kinds = new Map<string, Kind & { gross: number }>();
  const add = (line: InvoiceLine, sign: 1 | -1) => {
    const { vatRate, vatExemption } = line;
    const key = `${vatRate} ${vatExemption}`;
    const gross = (kinds.get(key)?.gross ?? 0) + sign * lineTotal(line);
    kinds.set(key, { vatRate, vatExemption, gross });
  };
  for (const line of invoice.lines) add(line, 1);
  for (const note of earlier) for (const line of note.lines) add(line, -1);
  return [...kinds.values()];
}

/** No more than is owed, and of no VAT rate more than it holds. */
function requireWithin(
  invoice: InvoiceRow,
  earlier: readonly CreditNoteRow[],
  lines: readonly InvoiceLine[],
): void {
  const rest = restOf(invoice);
  const total = invoiceTotal(lines);
  const exceeded = (message: string) =>
    new DomainError('credit_exceeds_rest', message, {
      rest: { amount: rest, currency: invoice.currency },
    });
  if (total > rest || total === 0) {
    throw exceeded(`Of this invoice ${rest} is still owed; ${total} cannot be credited.`);
  }
  const over = creditableByKind(invoice, [...earlier, { lines: [...lines] }]);
  const beyond = over.find(({ gross }) => gross < 0);
  if (beyond) {
    throw exceeded(`The invoice does not hold so much at ${beyond.vatRate} % VAT.`);
  }
}
