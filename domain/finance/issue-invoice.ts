import type { PendingEvent } from '../../events/define.ts';
import { invoiceIssued } from '../../events/finance.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Settings } from '../schools/settings.ts';
import type { InvoiceId, PersonId, SchoolId } from '../shared/ids.ts';
import { localDate, plusDays } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import type { TransactItem } from '../store/port.ts';
import { create, replace } from '../store/write.ts';
import { type InvoiceRow, invoiceEntity } from './invoice.entity.ts';
import { type Buyer, type InvoiceLine, invoiceTotal } from './invoice.ts';
import { balanceEntity, counterEntity, ledgerEntryEntity } from './ledger.entity.ts';
import { balanceOf, NO_SUMS, posted, sequenceKey } from './ledger.ts';

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
  const { schoolId, studentId } = invoice;
  const now = context.now();
  const [balance, counter] = await context.store.getAll(
    [balanceEntity, balanceEntity.get({ schoolId, studentId })],
    [counterEntity, counterEntity.get({ schoolId, series: 'invoice' })],
  );
  if (!counter) throw new Error(`school ${schoolId} has no invoice series`);
  const issued: InvoiceRow = {
    ...invoice,
    number: counter.next,
    status: 'issued',
    issuedAt: now,
    dueDate: plusDays(localDate(now, school.timeZone), settings.finance.paymentDays),
    version: stored ? invoice.version + 1 : invoice.version,
  };
  const sums = posted(balance ?? NO_SUMS, 'invoice', issued.total);
  const { issued: issuedSum, fees, credited, paid, refunded, disputed } = sums;
  const nextBalance = {
    schoolId,
    studentId,
    currency: issued.currency,
    ...{ issued: issuedSum, fees, credited, paid, refunded, disputed },
    version: (balance?.version ?? 0) + 1,
  };
  const writes: TransactItem[] = [
    stored ? replace(invoiceEntity, issued) : create(invoiceEntity.create(issued)),
    balance ? replace(balanceEntity, nextBalance) : create(balanceEntity.create(nextBalance)),
    create(
      ledgerEntryEntity.create({
        schoolId,
        studentId,
        sequenceKey: sequenceKey(nextBalance.version),
        kind: 'invoice',
        amount: issued.total,
        currency: issued.currency,
        balanceAfter: balanceOf(sums),
        invoiceId: issued.invoiceId,
        at: now,
      }),
    ),
    replace(counterEntity, { ...counter, next: counter.next + 1, version: counter.version + 1 }),
  ];
  const events: PendingEvent[] = [
    invoiceIssued.of(
      schoolId as SchoolId,
      { id: issued.invoiceId, version: issued.version },
      {
        invoiceId: issued.invoiceId,
        studentId,
        number: counter.next,
        total: issued.total,
        currency: issued.currency,
      },
    ),
  ];
  return { writes, events, invoice: issued };
}
