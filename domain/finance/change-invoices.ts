import { isMinor } from '../people/age.ts';
import type { MembershipRow } from '../people/membership.entity.ts';
import { readMembership } from '../people/read-people.ts';
import { readSettings } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { DomainError, notFound } from '../shared/errors.ts';
import type { PersonId } from '../shared/ids.ts';
import { defined } from '../shared/merge-patch.ts';
import { type IsoDate, localDate } from '../shared/time.ts';
import { requireVersion } from '../shared/versions.ts';
import type { Context } from '../store/context.ts';
import { create, remove, replace } from '../store/write.ts';
import { openBooks } from './books.ts';
import { checkLines, type LineInput } from './check-lines.ts';
import { buyerOf } from './initial-invoice.ts';
import { type InvoiceRow, invoiceEntity } from './invoice.entity.ts';
import { type Buyer, invoiceTotal } from './invoice.ts';
import { draftInvoice, issueInto, planIssue } from './issue-invoice.ts';
import { openBilled } from './plan-billed.ts';
import { type InvoiceView, invoiceView } from './views.ts';

export type InvoiceInput = {
  lines: LineInput[];
  dueDate?: IsoDate | undefined;
  buyer?: Buyer | undefined;
  draft?: boolean | undefined;
};

/**
 * Invoices a student: issued at once, unless a draft is wanted, which uses no number. Who is under 18
 * is invoiced by way of their guardian, unless `buyer` says who pays.
 * Throws `invalid`, `not_found`, `already_invoiced` for a booking that is on an invoice.
 */
export async function createInvoice(
  context: Context,
  school: SchoolRow,
  student: MembershipRow,
  input: InvoiceInput,
): Promise<InvoiceView> {
  const invoiceId = context.newId('inv');
  const { store } = context;
  const { schoolId } = school;
  const studentId = student.personId as PersonId;
  // Settings may be a moment old. Every read less in an attempt lets more invoices through at once.
  const { settings } = await readSettings(store, schoolId);
  return store.transact(context, async () => {
    const lines = await checkLines(context, school, studentId, input.lines);
    const billed = lines.some(({ bookingId }) => bookingId !== undefined)
      ? await openBilled(store, schoolId, studentId)
      : null;
    billed?.takeLines(lines, invoiceId);
    const draft: InvoiceRow = {
      ...draftInvoice(context, school, {
        ...{ invoiceId, studentId, lines },
        buyer: input.buyer ?? defaultBuyer(context, school, student),
      }),
      ...(input.dueDate !== undefined && { dueDate: input.dueDate }),
    };
    const today = localDate(context.now(), school.timeZone);
    if (input.draft) {
      return {
        writes: [create(invoiceEntity.create(draft)), ...(billed?.writes() ?? [])],
        result: invoiceView(draft, today),
      };
    }
    const books = await openBooks(context, school, studentId);
    const issued = await issueInto(books, settings, draft);
    books.write(...(billed?.writes() ?? []));
    return { ...(await books.plan()), result: invoiceView(issued, today) };
  });
}

/** The student, or the guardian of one under 18. */
export function defaultBuyer(
  context: Context,
  { timeZone }: SchoolRow,
  { name, email, address, student }: MembershipRow,
): Buyer {
  return buyerOf(
    { name, email, address, guardians: student?.guardians ?? [] },
    isMinor(student?.birthDate ?? '', context.now(), timeZone),
  );
}

export type InvoicePatch = {
  lines?: LineInput[] | undefined;
  dueDate?: IsoDate | null | undefined;
  buyer?: Buyer | null | undefined;
};

/** Changes a draft. Throws `invoice_issued` for what is issued, `stale_version`, and what creating throws. */
export async function changeInvoice(
  context: Context,
  school: SchoolRow,
  invoiceId: string,
  patch: InvoicePatch,
  ifMatch?: number,
): Promise<InvoiceView> {
  const { store } = context;
  const { schoolId } = school;
  return store.transact(context, async () => {
    const draft = await readDraft(context, schoolId, invoiceId);
    requireVersion(draft.version, ifMatch);
    const { studentId } = draft;
    const billed = await openBilled(store, schoolId, studentId);
    billed.freeLines(draft.lines);
    const lines = patch.lines
      ? await checkLines(context, school, studentId, patch.lines)
      : draft.lines;
    billed.takeLines(lines, invoiceId);
    const { dueDate: kept, ...rest } = draft;
    const dueDate = patch.dueDate === undefined ? kept : (patch.dueDate ?? undefined);
    const buyer = await buyerAfter(context, school, draft, patch.buyer);
    const next: InvoiceRow = {
      ...rest,
      ...{ lines, buyer, total: invoiceTotal(lines) },
      ...defined({ dueDate }),
      version: draft.version + 1,
    };
    return {
      writes: [replace(invoiceEntity, next), ...billed.writes()],
      result: invoiceView(next, localDate(context.now(), school.timeZone)),
    };
  });
}

/** Deletes a draft: no number was used, and what it charged may be charged again. Throws `invoice_issued`, `conflict`. */
export async function removeInvoice(
  context: Context,
  school: SchoolRow,
  invoiceId: string,
): Promise<void> {
  const { store } = context;
  const { schoolId } = school;
  await store.transact(context, async () => {
    const draft = await readDraft(context, schoolId, invoiceId);
    await requireFree(context, draft);
    const billed = await openBilled(store, schoolId, draft.studentId);
    billed.freeLines(draft.lines);
    const gone = invoiceEntity
      .remove({ schoolId, invoiceId })
      .where(({ version }, { eq }) => eq(version, draft.version));
    return { writes: [remove(gone), ...billed.writes()], result: null };
  });
}

/** Issues a draft: it takes the school's next number. Throws `invoice_issued`, `conflict`. */
export async function issueInvoice(
  context: Context,
  school: SchoolRow,
  invoiceId: string,
): Promise<InvoiceView> {
  const { store } = context;
  return store.transact(context, async () => {
    const draft = await readDraft(context, school.schoolId, invoiceId);
    await requireFree(context, draft);
    const { settings } = await readSettings(store, school.schoolId);
    const { invoice, writes, events } = await planIssue(context, {
      ...{ school, settings, invoice: draft, stored: true },
    });
    const today = localDate(context.now(), school.timeZone);
    return { writes, events, result: invoiceView(invoice, today) };
  });
}

async function readDraft(
  { store }: Context,
  schoolId: string,
  invoiceId: string,
): Promise<InvoiceRow> {
  const invoice = await store.get(invoiceEntity, invoiceEntity.get({ schoolId, invoiceId }));
  if (!invoice) throw notFound('This invoice');
  if (invoice.status !== 'draft') {
    throw new DomainError('invoice_issued', 'An issued invoice does not change; credit it.');
  }
  return invoice;
}

/** The draft of an enrolment belongs to the link that was mailed: opening it issues the invoice. */
async function requireFree({ store }: Context, draft: InvoiceRow): Promise<void> {
  const member = await readMembership(store, draft.schoolId, draft.studentId);
  if (member?.student?.draftInvoiceId !== draft.invoiceId) return;
  throw new DomainError(
    'conflict',
    'This draft is issued when the student confirms the enrolment.',
  );
}

async function buyerAfter(
  context: Context,
  school: SchoolRow,
  draft: InvoiceRow,
  buyer: Buyer | null | undefined,
): Promise<Buyer> {
  if (buyer) return buyer;
  if (buyer === undefined) return draft.buyer;
  const student = await readMembership(context.store, school.schoolId, draft.studentId);
  return student ? defaultBuyer(context, school, student) : draft.buyer;
}
