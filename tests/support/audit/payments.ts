import type { Row } from '../../../domain/store/port.ts';
import { type Invariant, named, number, text } from './invariant.ts';

const total = (rows: readonly Row[], field: string) =>
  rows.reduce((sum, row) => sum + number(row[field]), 0);
const allocationsOf = (payment: Row) =>
  payment.allocations as { invoiceId: string; amount: number }[];
const restOf = (invoice: Row) =>
  number(invoice.total) - number(invoice.paid) - number(invoice.credited);

/** What must hold of payments, refunds and what they settle. */
export const paymentInvariants: Invariant[] = [
  {
    name: 'what is paid, credited and still owed of an invoice is its total, and its status says so',
    *check({ of }) {
      const notes = Map.groupBy(of('credit-note'), ({ invoiceId }) => text(invoiceId));
      const taken = Map.groupBy(of('payment').flatMap(allocationsOf), (one) => one.invoiceId);
      for (const invoice of of('invoice')) {
        const id = text(invoice.invoiceId);
        const [paid, credited, rest] = [
          number(invoice.paid),
          number(invoice.credited),
          restOf(invoice),
        ];
        if (rest < 0 || paid < 0 || credited < 0)
          yield `${named(invoice)} has paid ${paid}, credited ${credited}, a rest of ${rest}`;
        const allocated = (taken.get(id) ?? []).reduce((sum, { amount }) => sum + amount, 0);
        if (allocated !== paid)
          yield `${named(invoice)} has paid ${paid}; payments gave ${allocated}`;
        const noted = total(notes.get(id) ?? [], 'total');
        if (noted !== credited)
          yield `${named(invoice)} has credited ${credited}; notes say ${noted}`;
        const settled = paid === 0 && credited > 0 ? 'credited' : 'paid';
        const open = paid > 0 ? 'part_paid' : 'issued';
        const status = rest === 0 ? settled : open;
        if (invoice.status !== 'draft' && invoice.status !== status)
          yield `${named(invoice)} is ${invoice.status}, and by its sums ${status}`;
      }
      for (const id of taken.keys())
        if (of('invoice').every(({ invoiceId }) => invoiceId !== id))
          yield `a payment settles the invoice ${id}, which is not there`;
    },
  },
  {
    name: 'the money of a payment is all accounted for, and in the ledger of its student once',
    *check({ of }) {
      const entries = Map.groupBy(of('ledger-entry'), ({ paymentId }) => text(paymentId));
      for (const payment of of('payment')) {
        const allocated = allocationsOf(payment).reduce((sum, { amount }) => sum + amount, 0);
        const there = number(payment.amount) + number(payment.overdrawn);
        const found =
          allocated + number(payment.credit) + number(payment.refunded) + number(payment.disputed);
        if (there !== found) yield `${named(payment)} holds ${there} and accounts for ${found}`;
        if (number(payment.credit) < 0 || allocationsOf(payment).some(({ amount }) => amount <= 0))
          yield `${named(payment)} gives more than it has`;
        const own = entries.get(text(payment.paymentId)) ?? [];
        const sumOf = (...kinds: string[]) =>
          total(
            own.filter(({ kind }) => kinds.includes(text(kind))),
            'amount',
          );
        if (own.some(({ studentId }) => studentId !== payment.studentId))
          yield `${named(payment)} is in the ledger of somebody else`;
        if (sumOf('payment') !== -number(payment.amount))
          yield `${named(payment)} of ${payment.amount} is in the ledger with ${sumOf('payment')}`;
        if (sumOf('refund') !== payment.refunded)
          yield `${named(payment)} has refunded ${payment.refunded}; its ledger ${sumOf('refund')}`;
        if (sumOf('dispute', 'dispute_won') !== payment.disputed)
          yield `${named(payment)} has disputed ${payment.disputed}, its ledger says otherwise`;
      }
    },
  },
  {
    name: 'refunds of a payment are what it has refunded and promised',
    *check({ of }) {
      for (const payment of of('payment')) {
        const own = of('refund').filter(({ paymentId }) => paymentId === payment.paymentId);
        const sumOf = (status: string) =>
          total(
            own.filter((row) => row.status === status),
            'amount',
          );
        if (sumOf('succeeded') !== payment.refunded)
          yield `${named(payment)} has refunded ${payment.refunded}; its refunds ${sumOf('succeeded')}`;
        if (sumOf('pending') !== payment.refunding)
          yield `${named(payment)} promised ${payment.refunding}; its refunds ${sumOf('pending')}`;
      }
    },
  },
  {
    name: 'a balance knows its credit and when the first of what is open falls due',
    *check({ of }) {
      for (const balance of of('balance')) {
        const own = (kind: string) => of(kind).filter((row) => row.pk === balance.pk);
        const payments = of('payment').filter(
          ({ schoolId, studentId }) =>
            schoolId === balance.schoolId && studentId === balance.studentId,
        );
        if (total(payments, 'credit') !== balance.credit)
          yield `${named(balance)} knows of ${balance.credit} credit, not ${total(payments, 'credit')}`;
        const withCredit = payments
          .filter(({ credit }) => number(credit) > 0)
          .map(({ paymentId }) => text(paymentId));
        const pointed = own('open-credit').map(({ paymentId }) => text(paymentId));
        if (withCredit.toSorted().join() !== pointed.toSorted().join())
          yield `${named(balance)} points at the credit of ${pointed.join()}, not ${withCredit.join()}`;
        const [first] = own('open-invoice')
          .map(({ dueDate }) => text(dueDate))
          .sort();
        if (balance.earliestDue !== first)
          yield `${named(balance)} is due on ${balance.earliestDue}; the first open invoice ${first}`;
      }
    },
  },
  {
    name: 'every invoice that is owed is pointed at once, with what is owed',
    *check({ of }) {
      const pointers = Map.groupBy(of('open-invoice'), ({ invoiceId }) => text(invoiceId));
      for (const invoice of of('invoice')) {
        const own = pointers.get(text(invoice.invoiceId)) ?? [];
        const owed = invoice.status !== 'draft' && restOf(invoice) > 0;
        if (own.length !== (owed ? 1 : 0))
          yield `${named(invoice)} is ${invoice.status} and pointed at ${own.length} times`;
        for (const pointer of own) {
          if (pointer.rest !== restOf(invoice) || pointer.version !== invoice.version)
            yield `${named(pointer)} says ${pointer.rest}; the invoice is owed ${restOf(invoice)}`;
          if (pointer.studentId !== invoice.studentId)
            yield `${named(pointer)} lies with ${pointer.studentId}`;
        }
        pointers.delete(text(invoice.invoiceId));
      }
      for (const id of pointers.keys()) yield `the invoice ${id} is pointed at and not there`;
    },
  },
  {
    name: 'a booking is charged to a student on one invoice at most, and the student knows which',
    *check({ of, at }) {
      const charged = new Map<string, string>();
      for (const invoice of of('invoice')) {
        const lines = invoice.lines as { bookingId?: string; charge?: string }[];
        for (const { bookingId, charge } of lines.filter((line) => line.bookingId)) {
          const key = `${invoice.schoolId}#stu#${invoice.studentId}#${bookingId}#${charge}`;
          if (charged.has(key)) yield `${key} is on ${charged.get(key)} and ${invoice.invoiceId}`;
          charged.set(key, text(invoice.invoiceId));
          const billed = at(`${invoice.schoolId}#stu#${invoice.studentId}`, 'billed');
          const known = (billed?.charges as Record<string, { invoiceId?: string }> | undefined)?.[
            `${bookingId}#${charge}`
          ];
          if (known?.invoiceId !== invoice.invoiceId)
            yield `${named(invoice)} charges ${bookingId}, known to be on ${known?.invoiceId}`;
        }
      }
      for (const billed of of('billed')) {
        const charges = billed.charges as Record<string, { invoiceId?: string }>;
        for (const [charge, { invoiceId }] of Object.entries(charges)) {
          if (invoiceId && charged.get(`${billed.pk}#${charge}`) !== invoiceId)
            yield `${named(billed)} knows ${charge} on ${invoiceId}, which does not charge it`;
        }
      }
    },
  },
  {
    name: 'reminders stay within the law: three at most, ten days apart, 100 kroner each',
    *check({ of }) {
      for (const invoice of of('invoice')) {
        const { reminders = [] } = (invoice.dunning ?? {}) as {
          reminders?: { at: string; fee: number }[];
        };
        if (reminders.length > 3)
          yield `${named(invoice)} was reminded of ${reminders.length} times`;
        for (const [i, { at, fee }] of reminders.entries()) {
          if (!(fee >= 0 && fee <= 10_000)) yield `${named(invoice)} was reminded of for ${fee}`;
          const before = reminders[i - 1]?.at;
          if (before && Date.parse(at) - Date.parse(before) < 10 * 86_400_000)
            yield `${named(invoice)} was reminded of at ${before} and again at ${at}`;
        }
        const fees = of('ledger-entry').filter(
          ({ kind, invoiceId }) => kind === 'dunning_fee' && invoiceId === invoice.invoiceId,
        );
        const owed = reminders.reduce((sum, { fee }) => sum + fee, 0);
        if (total(fees, 'amount') !== owed)
          yield `${named(invoice)} was reminded of for ${owed}; the ledger has ${total(fees, 'amount')}`;
      }
    },
  },
];
