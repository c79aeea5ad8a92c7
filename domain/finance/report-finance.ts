import type { SchoolRow } from '../schools/school.entity.ts';
import type { Instant } from '../shared/instant.ts';
import { money } from '../shared/money.ts';
import { daysBetween, type IsoDate, localDate } from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import type { Row } from '../store/port.ts';
import { spanOf } from './export-ledger.ts';
import type { LedgerEntryRow } from './ledger.entity.ts';
import { type BalanceSums, NO_SUMS, posted } from './ledger.ts';
import { pageSchoolLedger, readOpenInvoices } from './read-finance.ts';

const PAGE = 1_000;
/** How long overdue: up to so many days, and more. */
const AGES = [30, 60, 90] as const;

/**
 * What a school issued, was paid and paid back in a span of days, both included, in all, by month and
 * by kind; and what it is owed right now, with how long that is overdue. Months are those of the
 * school's zone. Throws `invalid` naming `/to`.
 */
export async function reportFinance(
  context: Context,
  school: SchoolRow,
  { from, to }: { from: IsoDate; to: IsoDate },
) {
  const { schoolId, currency, timeZone } = school;
  const span = spanOf(from, to, timeZone);
  const months = new Map<string, BalanceSums>();
  const kinds = new Map<string, { entries: number; amount: number }>();
  let totals: BalanceSums = NO_SUMS;
  let after: Row | undefined;
  do {
    const page = await pageSchoolLedger(context.store, schoolId, span, {
      limit: PAGE,
      ...(after && { after }),
    });
    for (const entry of page.items) {
      const { kind, amount } = entry;
      totals = posted(totals, kind, amount);
      const month = monthOf(entry, timeZone);
      months.set(month, posted(months.get(month) ?? NO_SUMS, kind, amount));
      const so = kinds.get(kind) ?? { entries: 0, amount: 0 };
      kinds.set(kind, { entries: so.entries + 1, amount: so.amount + amount });
    }
    after = page.lastKey;
  } while (after);

  const inCurrency = (amount: number) => money(amount, currency);
  const sums = ({ issued, credited, fees, paid, refunded, disputed }: BalanceSums) => ({
    ...{ issued: inCurrency(issued), credited: inCurrency(credited), fees: inCurrency(fees) },
    ...{ paid: inCurrency(paid), refunded: inCurrency(refunded), disputed: inCurrency(disputed) },
  });
  const open = await readOpenInvoices(context.store, schoolId);
  const today = localDate(context.now(), timeZone);
  const overdue = open.filter(({ dueDate }) => dueDate < today);
  const group = (rows: readonly { rest: number }[]) => ({
    invoices: rows.length,
    amount: inCurrency(rows.reduce((sum, { rest }) => sum + rest, 0)),
  });
  return {
    ...{ from, to },
    totals: sums(totals),
    months: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, so]) => ({ month, ...sums(so) })),
    kinds: [...kinds].map(([kind, { entries, amount }]) => ({
      ...{ kind, entries },
      amount: inCurrency(amount),
    })),
    outstanding: group(open),
    overdue: {
      ...group(overdue),
      ageing: [0, ...AGES].map((least, i) => {
        const most = AGES[i];
        const rows = overdue.filter(({ dueDate }) => {
          const days = daysBetween(dueDate, today);
          return days > least && (most === undefined || days <= most);
        });
        const days = most === undefined ? `${least + 1}+` : `${least + 1}-${most}`;
        return { days, ...group(rows) };
      }),
    },
  };
}

function monthOf({ at }: LedgerEntryRow, timeZone: string): string {
  return localDate(at as Instant, timeZone).slice(0, 7);
}
