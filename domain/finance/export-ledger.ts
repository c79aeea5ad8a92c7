import { readSettings } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Settings } from '../schools/settings.ts';
import { invalidField } from '../shared/errors.ts';
import type { Instant } from '../shared/instant.ts';
import {
  daysBetween,
  endOfLocalDay,
  type IsoDate,
  localDate,
  startOfLocalDay,
} from '../shared/time.ts';
import type { Context } from '../store/context.ts';
import { decodeCursor, encodeCursor } from '../store/cursor.ts';
import type { ExportFormat } from './export-formats.ts';
import type { LedgerEntryRow } from './ledger.entity.ts';
import type { PaymentMethod } from './payment.ts';
import { pageSchoolLedger } from './read-finance.ts';

const MOST_DAYS = 732;

export type ExportRequest = {
  from: IsoDate;
  to: IsoDate;
  format: ExportFormat;
  limit: number;
  cursor?: string | undefined;
};

/**
 * The ledger entries of a span of days in the school's zone, both included, as text. A long span comes
 * in parts: each but the last names the cursor of the next, and together their amounts are the ledger's.
 * Throws `invalid` naming `/to` or `/cursor`.
 */
export async function exportLedger(
  context: Context,
  school: SchoolRow,
  { from, to, format, limit, cursor }: ExportRequest,
): Promise<{ text: string; nextCursor: string | null }> {
  const { schoolId } = school;
  const span = spanOf(from, to, school.timeZone);
  const list = `ledger export ${schoolId} ${from} ${to} ${format}`;
  const after = decodeCursor(context.keys, list, cursor);
  const { settings } = await readSettings(context.store, schoolId);
  const page = await pageSchoolLedger(context.store, schoolId, span, {
    limit,
    ...(after && { after }),
  });
  const lines = page.items.flatMap((entry) =>
    format === 'csv' ? [plainLine(entry, school)] : journalLines(entry, school, settings),
  );
  // Only the first part has the heading: the parts one after another are one file.
  const heading = after ? [] : [format === 'csv' ? PLAIN_HEADING : JOURNAL_HEADING];
  const [separator, mark] = format === 'csv' ? [',', ''] : [';', after ? '' : '\uFEFF'];
  const text = [...heading, ...lines]
    .map((fields) => `${fields.map((field) => quoted(field, separator)).join(separator)}\r\n`)
    .join('');
  return { text: mark + text, nextCursor: encodeCursor(context.keys, list, page.lastKey) };
}

/** The moments of a span of days, both included. Throws `invalid` naming `/to`. */
export function spanOf(from: IsoDate, to: IsoDate, timeZone: string) {
  if (to < from) throw invalidField('/to', 'invalid', '/to: must not be before from.');
  if (daysBetween(from, to) > MOST_DAYS) {
    throw invalidField('/to', 'too_long', `/to: at most ${MOST_DAYS} days after from.`);
  }
  return { from: startOfLocalDay(from, timeZone), to: endOfLocalDay(to, timeZone) };
}

const PLAIN_HEADING = [
  ...['at', 'date', 'studentId', 'entry', 'kind', 'document', 'invoiceId', 'paymentId'],
  ...['externalId', 'method', 'amount', 'vat', 'currency', 'balanceAfter'],
];

function plainLine(entry: LedgerEntryRow, { timeZone }: SchoolRow): string[] {
  const { at, studentId, sequenceKey, kind, document, invoiceId, paymentId } = entry;
  const vat = (entry.vatByRate ?? []).reduce((sum, one) => sum + one.vat, 0);
  return [
    ...[at, localDate(at as Instant, timeZone), studentId, sequenceKey, kind, document ?? ''],
    ...[invoiceId ?? '', paymentId ?? '', entry.externalId ?? '', entry.method ?? ''],
    decimal(entry.amount, '.'),
    entry.vatByRate ? decimal(kind === 'credit_note' ? -vat : vat, '.') : '',
    ...[entry.currency, decimal(entry.balanceAfter, '.')],
  ];
}

const JOURNAL_HEADING = [
  ...['Dato', 'Bilag', 'Tekst', 'Konto', 'Beløb', 'Modkonto', 'Momskode modkonto', 'Valuta'],
  'Reference',
];

type Accounts = Settings['finance']['accounts'];

/**
 * Every line is on the debtors' account with the ledger's own amount, so the sum of a file's amounts is
 * the ledger's; the contra account says what it was. A document is a line per VAT rate.
 */
function journalLines(
  entry: LedgerEntryRow,
  { timeZone, language }: SchoolRow,
  settings: Settings,
): string[][] {
  const { accounts } = settings.finance;
  const date = localDate(entry.at as Instant, timeZone)
    .split('-')
    .reverse()
    .join('-');
  const document = entry.document ?? `${entry.studentId.slice(-6)}-${Number(entry.sequenceKey)}`;
  const text = `${WORDS[language][entry.kind]}${entry.document ? ` ${entry.document}` : ''}`;
  const reference = entry.externalId ?? entry.paymentId ?? entry.invoiceId ?? '';
  const line = (amount: number, contra: string, vatCode: string) => [
    ...[date, document, text, accounts.debtors, decimal(amount, ',')],
    ...[contra, vatCode, entry.currency, reference],
  ];
  if (!entry.vatByRate) return [line(entry.amount, contraOf(entry, accounts), '')];
  const sign = entry.kind === 'credit_note' ? -1 : 1;
  return entry.vatByRate.map(({ vatRate, gross }) =>
    vatRate > 0
      ? line(sign * gross, accounts.sales, `U${vatRate}`)
      : line(sign * gross, accounts.salesExempt, ''),
  );
}

function contraOf({ kind, method }: LedgerEntryRow, accounts: Accounts): string {
  if (kind === 'dunning_fee') return accounts.reminderFees;
  const byMethod: Record<PaymentMethod, string> = {
    cash: accounts.cash,
    bank_transfer: accounts.bank,
    mobilepay: accounts.mobilepay,
    card_terminal: accounts.card,
    card: accounts.card,
  };
  // A dispute takes money out of the card payments' account.
  return method ? byMethod[method] : accounts.card;
}

const WORDS: Record<SchoolRow['language'], Record<LedgerEntryRow['kind'], string>> = {
  da: {
    invoice: 'Faktura',
    credit_note: 'Kreditnota',
    payment: 'Betaling',
    refund: 'Tilbagebetaling',
    dunning_fee: 'Rykkergebyr',
    dispute: 'Indsigelse mod betaling',
    dispute_won: 'Indsigelse afvist',
  },
  en: {
    invoice: 'Invoice',
    credit_note: 'Credit note',
    payment: 'Payment',
    refund: 'Refund',
    dunning_fee: 'Reminder fee',
    dispute: 'Disputed payment',
    dispute_won: 'Dispute won',
  },
};

/** 54995 -> `549.95`; minor units of two decimals, as of every currency a school can have so far. */
function decimal(minorUnits: number, point: '.' | ','): string {
  const digits = String(Math.abs(minorUnits)).padStart(3, '0');
  return `${minorUnits < 0 ? '-' : ''}${digits.slice(0, -2)}${point}${digits.slice(-2)}`;
}

/** RFC 4180; what a spreadsheet would take for a formula is made text. A negative number is none. */
function quoted(field: string, separator: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d])/.test(field) ? `'${field}` : field;
  return safe.includes(separator) || /["\r\n]/.test(safe)
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}
