import type { Row } from '../../../domain/store/port.ts';
import { type Planted, set, unset } from './sample.ts';

/** Planted violations of what holds of money. */
export const plantedMoney: Planted = {
  'a balance is the sum of its ledger, in each of its parts': [
    ({ one }) => set(one('balance'), { issued: 50_001 }),
    ({ one }) => {
      Object.assign(one('balance'), { issued: 0, fees: 50_000 });
    },
    ({ one, drop }) => drop(one('balance')),
    ({ one, drop }) => drop(one('ledger-entry')),
    ({ one }) => set(one('balance'), { entries: 2 }),
  ],
  'a ledger is numbered without gap, and every entry states the balance after it': [
    ({ one }) => {
      Object.assign(one('ledger-entry'), { sequenceKey: '0000000002', sk: 'led#0000000002' });
    },
    ({ one }) => set(one('ledger-entry'), { balanceAfter: 1 }),
    ({ one }) => set(one('ledger-entry'), { kind: 'gift' }),
    ({ one }) => set(one('ledger-entry'), { amount: 0.1 }),
    ({ one }) => set(one('ledger-entry'), { currency: 'SEK' }),
  ],
  'an external fact is in the ledgers once': [
    ({ of }) => {
      for (const entry of of('ledger-entry').slice(0, 2))
        Object.assign(entry, { kind: 'payment', externalId: 'pi_1' });
    },
  ],
  'invoices and credit notes of a school are numbered from 1 without gap or repeat, up to their counter':
    [
      ({ one }) =>
        set(
          one('invoice', ({ number }) => number === 2),
          { number: 1 },
        ),
      ({ one }) =>
        set(
          one('invoice', ({ number }) => number === 2),
          { number: 3 },
        ),
      ({ one }) => set(one('counter'), { next: 9 }),
      ({ one, drop }) => drop(one('invoice', ({ number }) => number === 1)),
      ({ one, drop }) => drop(one('credit-note')),
      ({ one }) => set(one('credit-note'), { number: 2 }),
    ],
  'an invoice has a number exactly when it is issued, and adds up': [
    ({ one }) =>
      set(
        one('invoice', ({ status }) => status === 'draft'),
        { number: 9 },
      ),
    ({ one }) =>
      unset(
        one('invoice', ({ status }) => status === 'issued'),
        'number',
      ),
    ({ one }) =>
      unset(
        one('invoice', ({ status }) => status === 'issued'),
        'dueDate',
      ),
    ({ one }) => set(one('invoice'), { status: 'lost' }),
    ({ one }) => set(one('invoice'), { total: 1 }),
  ],
  'an issued invoice is in the ledger of its student once, with its total': [
    ({ one, drop }) => drop(one('ledger-entry')),
    ({ rows, one }) =>
      rows.push({ ...one('ledger-entry'), sk: 'led#0000000002', sequenceKey: '0000000002' }),
    ({ one }) => set(one('ledger-entry'), { amount: 1 }),
    ({ one }) => set(one('ledger-entry'), { studentId: 'per_other' }),
    ({ one }) => set(one('ledger-entry'), { invoiceId: 'inv_other' }),
  ],
  'who waits for a draft invoice is not active yet, and the invoice is one': [
    ({ one }) => {
      one(
        'membership',
        ({ status, student }) => status === 'pending' && student !== undefined,
      ).status = 'active';
    },
    ({ one }) => {
      const invoice = one('invoice', ({ status }) => status === 'issued');
      const member = one(
        'membership',
        ({ personId, schoolId }) => personId === invoice.studentId && schoolId === invoice.schoolId,
      );
      (member.student as Row).draftInvoiceId = invoice.invoiceId;
    },
  ],
  'what is paid, credited and still owed of an invoice is its total, and its status says so': [
    ({ one }) => set(one('invoice', partPaid), { paid: 1 }),
    ({ one }) => set(one('invoice', partPaid), { credited: 0 }),
    ({ one }) => set(one('invoice', partPaid), { status: 'issued' }),
    ({ one }) => set(one('invoice', partPaid), { paid: 500_000 }),
    ({ one }) => set(one('payment'), { allocations: [{ invoiceId: 'inv_x', amount: 80_000 }] }),
    ({ one, drop }) => drop(one('credit-note')),
  ],
  'the money of a payment is all accounted for, and in the ledger of its student once': [
    ({ one }) => set(one('payment', withCredit), { credit: 1 }),
    ({ one }) => set(one('payment', withCredit), { amount: 1, overdrawn: 29_999 }),
    ({ one }) => set(one('payment', withCredit), { refunded: 0, credit: 30_000 }),
    ({ one }) => set(one('payment', withCredit), { disputed: 20_000, credit: 0 }),
    ({ one, drop }) => drop(one('ledger-entry', ({ kind }) => kind === 'payment')),
    ({ one }) => {
      one('ledger-entry', ({ kind }) => kind === 'payment').studentId = 'per_other';
    },
  ],
  'refunds of a payment are what it has refunded and promised': [
    ({ one, drop }) => drop(one('refund')),
    ({ one }) =>
      set(
        one('refund', ({ status }) => status === 'pending'),
        { status: 'failed' },
      ),
    ({ one }) =>
      set(
        one('refund', ({ status }) => status === 'succeeded'),
        { amount: 1 },
      ),
  ],
  'a balance knows its credit and when the first of what is open falls due': [
    ({ one }) => set(one('balance', withCredit), { credit: 1 }),
    ({ one, drop }) => drop(one('open-credit')),
    ({ one }) => unset(one('balance', withCredit), 'earliestDue'),
    ({ one }) => set(one('balance', withCredit), { earliestDue: '2030-01-01' }),
  ],
  'every invoice that is owed is pointed at once, with what is owed': [
    ({ one, drop }) => drop(one('open-invoice')),
    ({ one }) => set(one('open-invoice'), { rest: 1 }),
    ({ one }) => set(one('open-invoice'), { studentId: 'per_other' }),
    ({ one }) => set(one('open-invoice'), { invoiceId: 'inv_other' }),
  ],
  'a booking is charged to a student on one invoice at most, and the student knows which': [
    ({ one }) => {
      const invoice = one('invoice', partPaid);
      invoice.lines = [{ bookingId: 'bkg_1', charge: 'lesson', quantity: 1, unitPrice: 200_000 }];
    },
    ({ rows, one }) => {
      const { schoolId, studentId, invoiceId } = one('invoice', partPaid);
      const key = { pk: `${schoolId}#stu#${studentId}`, sk: 'billed' };
      const charges = { 'bkg_1#lesson': { invoiceId } };
      rows.push({ ...key, __edb_e__: 'billed', schoolId, studentId, charges, version: 1 });
    },
  ],
  'reminders stay within the law: three at most, ten days apart, 100 kroner each': [
    ({ one }) => {
      const { dunning } = one('invoice', reminded) as { dunning: { reminders: Row[] } };
      const at = dunning.reminders[0]?.at;
      dunning.reminders.push({ at, fee: 0 }, { at, fee: 0 }, { at, fee: 0 });
    },
    ({ one }) => {
      const { dunning } = one('invoice', reminded) as { dunning: { reminders: Row[] } };
      dunning.reminders.push({ at: dunning.reminders[0]?.at, fee: 0 });
    },
    ({ one }) => {
      const { dunning } = one('invoice', reminded) as { dunning: { reminders: Row[] } };
      set(dunning.reminders[0] as Row, { fee: 10_001 });
    },
    ({ one, drop }) => drop(one('ledger-entry', ({ kind }) => kind === 'dunning_fee')),
  ],
};

const partPaid = ({ status }: Row) => status === 'part_paid';
const withCredit = ({ credit }: Row) => Number(credit) > 0;
const reminded = ({ dunning }: Row) =>
  ((dunning as { reminders?: unknown[] } | undefined)?.reminders ?? []).length > 0;
