import type { Language } from '../schools/school.ts';
import { cleanLine } from './clean-text.ts';
import { type Greeting, greeting } from './greeting.ts';
import type { MessageFacts } from './message-data.ts';

/** What the messages about money are given; what a message has nothing of is null. */
export type MoneyData = Greeting & {
  link: string;
  /** of the invoice, or of the credit note */
  number: string | null;
  invoiceNumber: string | null;
  total: string;
  rest: string | null;
  dueDate: string | null;
  fee: string | null;
  reminder: number | null;
  credit: string | null;
};

const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

export function moneyData(facts: MessageFacts): MoneyData {
  const { invoice, money, portalUrl } = facts;
  if (!money) throw new Error('this message needs to know of some money');
  const locale = LOCALES[facts.language];
  const { currency } = money;
  const print = (amount: number | null) =>
    amount === null ? null : formatMoney(amount, currency, locale);
  return {
    ...greeting({ ...facts, recipientName: invoice?.buyer.name ?? facts.recipientName }),
    link: invoice ? `${portalUrl}/invoices/${invoice.invoiceId}` : portalUrl,
    number: money.number,
    invoiceNumber: invoice?.number === undefined ? null : String(invoice.number),
    total: formatMoney(money.amount, currency, locale),
    rest: print(money.rest),
    dueDate: money.dueDate && formatDate(money.dueDate, locale),
    fee: money.fee ? print(money.fee) : null,
    reminder: money.reminder,
    credit: money.credit ? print(money.credit) : null,
  };
}

/** 50000 DKK -> `500,00 kr.` in Danish, `DKK 500.00` in English, with plain spaces. */
function formatMoney(minorUnits: number, currency: string, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // The space it puts in does not break and is not GSM-7; a clean line has plain ones.
  return cleanLine(format.format(minorUnits / 10 ** digits));
}

/** 2026-12-06 -> `6. december 2026`, `6 December 2026`. A date has no zone: it is read and written in UTC. */
function formatDate(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
