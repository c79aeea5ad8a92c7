import { DAY, type Instant, instant, plusMilliseconds } from '../shared/instant.ts';
import { type IsoDate, localDate, plusDays, startOfLocalDay } from '../shared/time.ts';
import { type InstalmentPlan, type InvoiceStatus, nextDueDate } from './invoice.ts';

/**
 * Reminders of what is overdue, as far as the law goes and no further. Rentelovens § 9 b: at most
 * three fees for one debt, each at most 100 DKK with VAT, at least ten days between reminders.
 */
export type ReminderNumber = 1 | 2 | 3;

declare const lawful: unique symbol;
/** Minor units, never above what the law allows: made by `dunningFee` alone. */
export type DunningFee = number & { readonly [lawful]: true };

const HIGHEST_FEE = 10_000;
const LEAST_BETWEEN = 10 * DAY;
/** A friendly word before the due day; it costs nothing and is no reminder in the sense of the law. */
const NOTICE_DAYS_BEFORE = 3;

/** The fee, cut to what the law allows. */
function dunningFee(amount: number): DunningFee {
  return Math.max(0, Math.min(HIGHEST_FEE, Math.trunc(amount))) as DunningFee;
}

type UpToThree<T> = readonly [] | readonly [T] | readonly [T, T] | readonly [T, T, T];
export type Reminder = { at: Instant; fee: DunningFee };

/** How an invoice is reminded of. Its days and fee are the school's when it was issued. */
export type Dunning = {
  /** days after the due day, in order */
  days: UpToThree<number>;
  fee: DunningFee;
  reminders: UpToThree<Reminder>;
  /** when the payer was told of the coming due day; `skipped` when there was no sense in it */
  noticed?: Instant | 'skipped';
  pause?: { reason: string; by: string; at: Instant; until?: IsoDate };
  /** the payer's bank disputes a payment of this invoice */
  disputed?: true;
};

/** The reminders of a new invoice. More than three days are cut, as is what the law forbids of the fee. */
export function newDunning(days: readonly number[], fee: number): Dunning {
  return { days: upToThree(days), fee: dunningFee(fee), reminders: [] };
}

function upToThree<T>(all: readonly T[]): UpToThree<T> {
  const [first, second, third] = all;
  if (first === undefined) return [];
  if (second === undefined) return [first];
  return third === undefined ? [first, second] : [first, second, third];
}

/** The dunning after one more reminder; null when there have been three. */
export function reminded(
  dunning: Dunning,
  at: Instant,
): { dunning: Dunning; number: ReminderNumber; fee: DunningFee } | null {
  const { reminders, fee } = dunning;
  const next: Reminder = { at, fee };
  switch (reminders.length) {
    case 0:
      return { dunning: { ...dunning, reminders: [next] }, number: 1, fee };
    case 1:
      return { dunning: { ...dunning, reminders: [reminders[0], next] }, number: 2, fee };
    case 2:
      return {
        dunning: { ...dunning, reminders: [reminders[0], reminders[1], next] },
        number: 3,
        fee,
      };
    case 3:
      return null;
  }
}

export type Reminded = {
  status: InvoiceStatus;
  total: number;
  paid: number;
  credited: number;
  issuedAt?: string | undefined;
  dueDate?: IsoDate | undefined;
  plan?: InstalmentPlan | undefined;
  dunning?: Dunning | undefined;
};

export type NextStep = { what: 'notice' | 'reminder'; at: Instant };

/**
 * What is next to be said about an invoice, and the earliest moment to say it. Null when it is
 * settled, disputed, paused without end, paid by instalments as agreed with the school, or when
 * everything has been said.
 *
 *   due 7 December: notice 4 December 00:00 -> reminders from 8, 18 and 28 December 00:00
 */
export function nextStep(invoice: Reminded, timeZone: string): NextStep | null {
  const { dunning, dueDate, issuedAt } = invoice;
  if (!dunning || !dueDate || !issuedAt || nextDueDate(invoice) === null) return null;
  if (invoice.plan || dunning.disputed) return null;
  if (dunning.pause && dunning.pause.until === undefined) return null;
  const until = dunning.pause?.until;
  const notBefore = until === undefined ? undefined : startOfLocalDay(until, timeZone);
  const notice = startOfLocalDay(plusDays(dueDate, -NOTICE_DAYS_BEFORE), timeZone);
  if (!dunning.noticed && notice > issuedAt) {
    return { what: 'notice', at: latest(notice, notBefore) };
  }
  const days = dunning.days.at(dunning.reminders.length);
  if (days === undefined) return null;
  // An invoice that was due before it was issued is overdue from its issue on, not from long ago.
  const issued = localDate(instant(issuedAt), timeZone);
  const from = dueDate > issued ? dueDate : issued;
  const last = dunning.reminders.at(-1);
  const at = startOfLocalDay(plusDays(from, days), timeZone);
  const apart = last && plusMilliseconds(last.at, LEAST_BETWEEN);
  return { what: 'reminder', at: latest(at, notBefore, apart) };
}

function latest(first: Instant, ...others: (Instant | undefined)[]): Instant {
  return others.reduce<Instant>((last, at) => (at && at > last ? at : last), first);
}
