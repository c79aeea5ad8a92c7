import { invoiceDueSoon, invoiceReminderSent } from '../../events/finance.ts';
import { readSchool } from '../schools/read-schools.ts';
import type { InvoiceId, PersonId, SchoolId } from '../shared/ids.ts';
import { localDate } from '../shared/time.ts';
import type { DueKind } from '../store/sweep-due.ts';
import { openBooks } from './books.ts';
import { nextStep, reminded } from './dunning.ts';
import { readInvoice } from './read-finance.ts';

const KEY = /^(?<schoolId>sch_[0-9a-z]{26})#inv#(?<invoiceId>inv_[0-9a-z]{26})$/;

/**
 * Invoices that something is to be said about: that the due day is near, or that it is over. What is
 * said is claimed by the invoice's next version in the transaction that tells of it and posts the fee,
 * so however often and however parallel the sweep runs, each reminder goes out once.
 */
export const dueInvoices: DueKind = {
  name: 'invoice',
  owns: ({ pk, sk }) => sk === 'invoice' && KEY.test(pk),
  async carryOut(context, { pk }) {
    const { schoolId = '', invoiceId = '' } = KEY.exec(pk)?.groups ?? {};
    const { store } = context;
    await store.transact(context, async () => {
      const now = context.now();
      const found = await readInvoice(store, schoolId, invoiceId);
      // The index may be behind: what the row says now decides.
      if (!found?.dueAt || found.dueAt > now) return { writes: [], result: undefined };
      const school = await readSchool(store, schoolId);
      const books = await openBooks(context, school, found.studentId);
      let invoice = await books.invoice(invoiceId);
      const ids = {
        invoiceId: invoiceId as InvoiceId,
        studentId: invoice.studentId as PersonId,
      };
      const step = () => {
        const next = nextStep(invoice, school.timeZone);
        return next && next.at <= now ? next.what : null;
      };
      const { dueDate } = invoice;
      if (step() === 'notice' && invoice.dunning && dueDate) {
        // Too late to matter once the day itself is over; what follows then may be due at once.
        const isLate = localDate(now, school.timeZone) > dueDate;
        books.putInvoice({
          ...invoice,
          dunning: { ...invoice.dunning, noticed: isLate ? 'skipped' : now },
        });
        invoice = await books.invoice(invoiceId);
        if (!isLate) {
          const subject = { id: invoiceId, version: invoice.version };
          books.tell(invoiceDueSoon.of(schoolId as SchoolId, subject, { ...ids, dueDate }));
        }
      }
      const next = step() === 'reminder' && invoice.dunning && reminded(invoice.dunning, now);
      if (next) {
        books.putInvoice({ ...invoice, dunning: next.dunning });
        invoice = await books.invoice(invoiceId);
        if (next.fee > 0) books.post({ kind: 'dunning_fee', amount: next.fee, invoiceId });
        books.tell(
          invoiceReminderSent.of(
            schoolId as SchoolId,
            { id: invoiceId, version: invoice.version },
            { ...ids, reminder: next.number, fee: next.fee, currency: invoice.currency },
          ),
        );
      }
      // A stale due moment is moved on as well, or every sweep would come back for it.
      if (invoice.version === found.version) books.putInvoice(invoice);
      return { ...(await books.plan()), result: undefined };
    });
  },
};
