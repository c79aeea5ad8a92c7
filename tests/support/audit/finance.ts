import type { Row } from '../../../domain/store/port.ts';
import { type Invariant, named, number, repeated, text } from './invariant.ts';

const SUMS = {
  invoice: ['issued', 1],
  dunning_fee: ['fees', 1],
  credit_note: ['credited', -1],
  payment: ['paid', -1],
  refund: ['refunded', 1],
  dispute: ['disputed', 1],
  dispute_won: ['disputed', 1],
} as const satisfies Record<string, readonly [string, number]>;
const NUMBERED = ['issued', 'part_paid', 'paid', 'credited'];

/** The ledger of each student in each school, in order. */
function* ledgers(entries: readonly Row[]): Generator<[string, Row[]]> {
  for (const [pk, own] of Map.groupBy(entries, (entry) => text(entry.pk))) {
    yield [pk, own.toSorted((a, b) => (text(a.sequenceKey) < text(b.sequenceKey) ? -1 : 1))];
  }
}

export const financeInvariants: Invariant[] = [
  {
    name: 'a balance is the sum of its ledger, in each of its parts',
    *check({ of, at }) {
      for (const [pk, entries] of ledgers(of('ledger-entry'))) {
        const balance = at(pk, 'balance');
        if (!balance) {
          yield `${pk} has ${entries.length} ledger entries and no balance`;
          continue;
        }
        const { issued, fees, credited, paid, refunded, disputed } = balance as Record<
          string,
          number
        >;
        const stated =
          Number(issued) +
          Number(fees) -
          Number(credited) -
          Number(paid) +
          Number(refunded) +
          Number(disputed);
        const sum = entries.reduce((total, { amount }) => total + number(amount), 0);
        if (stated !== sum) yield `${pk} states a balance of ${stated}; its ledger sums to ${sum}`;
        for (const part of new Set(Object.values(SUMS).map(([name]) => name))) {
          const own = entries.filter(({ kind }) => SUMS[kind as keyof typeof SUMS]?.[0] === part);
          const total = own.reduce(
            (all, { kind, amount }) => all + SUMS[kind as keyof typeof SUMS][1] * number(amount),
            0,
          );
          if (balance[part] !== total)
            yield `${pk} states ${part} of ${balance[part]}; its ledger says ${total}`;
        }
        if (balance.entries !== entries.length)
          yield `${pk} counts ${balance.entries} entries and has ${entries.length}`;
      }
      for (const balance of of('balance')) {
        const { pk, entries } = balance;
        if (entries !== 0 && of('ledger-entry').every((entry) => entry.pk !== pk))
          yield `${pk} counts ${entries} entries and has none`;
      }
    },
  },
  {
    name: 'a ledger is numbered without gap, and every entry states the balance after it',
    *check({ of, at }) {
      for (const [pk, entries] of ledgers(of('ledger-entry'))) {
        let running = 0;
        for (const [i, entry] of entries.entries()) {
          const expected = String(i + 1).padStart(10, '0');
          if (entry.sequenceKey !== expected)
            yield `${pk} has entry ${entry.sequenceKey} where ${expected} belongs`;
          if (!(text(entry.kind) in SUMS)) yield `${named(entry)} is of the kind ${entry.kind}`;
          if (!Number.isSafeInteger(entry.amount))
            yield `${named(entry)} has the amount ${entry.amount}`;
          running += number(entry.amount);
          if (entry.balanceAfter !== running)
            yield `${named(entry)} states ${entry.balanceAfter} after it, not ${running}`;
          if (entry.currency !== at(pk, 'balance')?.currency)
            yield `${named(entry)} is in ${entry.currency}`;
        }
      }
    },
  },
  {
    name: 'an external fact is in the ledgers once',
    *check({ of }) {
      // A refund that came back is a second entry of it, of the opposite sign.
      const facts = of('ledger-entry').flatMap(({ kind, externalId, amount }) =>
        externalId ? [`${kind} ${externalId} ${number(amount) < 0 ? '-' : '+'}`] : [],
      );
      for (const [fact, count] of repeated(facts)) yield `${fact} is posted ${count} times`;
    },
  },
  {
    name: 'invoices and credit notes of a school are numbered from 1 without gap or repeat, up to their counter',
    *check({ of, at }) {
      for (const { schoolId } of of('school')) {
        for (const [kind, series] of [
          ['invoice', 'invoice'],
          ['credit-note', 'credit_note'],
        ] as const) {
          const numbers = of(kind)
            .filter((row) => row.schoolId === schoolId && row.number !== undefined)
            .map((row) => number(row.number))
            .sort((a, b) => a - b);
          for (const [i, actual] of numbers.entries()) {
            if (actual === i + 1) continue;
            yield `${schoolId} has the ${kind} number ${actual} where ${i + 1} belongs`;
            break;
          }
          const next = at(text(schoolId), `counter#${series}`)?.next ?? 1;
          if (next !== numbers.length + 1)
            yield `${schoolId} has ${numbers.length} of ${kind}; its counter's next number is ${next}`;
        }
      }
    },
  },
  {
    name: 'an invoice has a number exactly when it is issued, and adds up',
    *check({ of }) {
      for (const invoice of of('invoice')) {
        const status = text(invoice.status);
        const isNumbered =
          invoice.number !== undefined &&
          invoice.issuedAt !== undefined &&
          invoice.dueDate !== undefined;
        const isBare = invoice.number === undefined && invoice.issuedAt === undefined;
        if (status === 'draft' ? !isBare : !(NUMBERED.includes(status) && isNumbered)) {
          yield `${named(invoice)} is ${status} with the number ${invoice.number}`;
        }
        const lines = invoice.lines as { quantity: number; unitPrice: number }[];
        const total = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
        if (invoice.total !== total)
          yield `${named(invoice)} totals ${invoice.total}; its lines ${total}`;
      }
    },
  },
  {
    name: 'an issued invoice is in the ledger of its student once, with its total',
    *check({ of }) {
      const posted = Map.groupBy(
        of('ledger-entry').filter(({ kind }) => kind === 'invoice'),
        ({ invoiceId }) => text(invoiceId),
      );
      for (const invoice of of('invoice')) {
        const entries = posted.get(text(invoice.invoiceId)) ?? [];
        if (entries.length !== (invoice.status === 'draft' ? 0 : 1)) {
          yield `${named(invoice)} is ${invoice.status} and ${entries.length} times in a ledger`;
        }
        for (const { amount, studentId } of entries) {
          if (amount !== invoice.total)
            yield `${named(invoice)} of ${invoice.total} is in the ledger with ${amount}`;
          if (studentId !== invoice.studentId)
            yield `${named(invoice)} is in the ledger of ${studentId}`;
        }
        posted.delete(text(invoice.invoiceId));
      }
      for (const id of posted.keys()) yield `a ledger holds the invoice ${id}, which is not there`;
    },
  },
  {
    name: 'who waits for a draft invoice is not active yet, and the invoice is one',
    *check({ of, at }) {
      for (const member of of('membership')) {
        const id = (member.student as Row | undefined)?.draftInvoiceId;
        if (!id) continue;
        const status = at(`${member.schoolId}#inv#${id}`, 'invoice')?.status;
        if (status !== 'draft')
          yield `${named(member)} waits for the invoice ${id}, which is ${status}`;
        if (member.status === 'active') yield `${named(member)} is active and waits for ${id}`;
      }
    },
  },
];
