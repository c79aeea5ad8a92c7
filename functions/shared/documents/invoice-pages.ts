import type { CreditNoteRow } from '../../../domain/finance/credit-note.entity.ts';
import type { InvoiceRow } from '../../../domain/finance/invoice.entity.ts';
import {
  type Buyer,
  type InvoiceLine,
  lineTotal,
  lineVat,
  restOf,
  vatByRate,
} from '../../../domain/finance/invoice.ts';
import { creditNoteNumber } from '../../../domain/finance/views.ts';
import type { SchoolRow } from '../../../domain/schools/school.entity.ts';
import type { Address } from '../../../domain/schools/school.ts';
import type { Instant } from '../../../domain/shared/instant.ts';
import { vatIn } from '../../../domain/shared/money.ts';
import { localDate } from '../../../domain/shared/time.ts';
import { INVOICE_WORDS, type InvoiceWords } from './invoice-words.ts';

/**
 * What is printed of an invoice or credit note, in words: everything that momsbekendtgørelsens § 58
 * asks (seller and buyer with address, CVR number, consecutive number, dates of issue and supply,
 * quantity and kind, price without VAT, rate and VAT, reference of an exemption). Printers only lay it out.
 */
export type InvoicePages = {
  title: string;
  language: 'da' | 'en';
  fileName: string;
  createdAt: string;
  author: string;
  parties: { heading: string; lines: string[] }[];
  facts: [name: string, value: string][];
  columns: readonly string[];
  rows: { cells: string[]; note: string | null }[];
  sums: [name: string, value: string][];
  notes: string[];
  link: { text: string; url: string } | null;
  footer: string;
};

/** An invoice to print; a draft says that it is one. */
export function invoicePages(
  invoice: InvoiceRow,
  school: SchoolRow,
  portalUrl: string,
): InvoicePages {
  const words = INVOICE_WORDS[school.language];
  const print = printer(school);
  const { number, issuedAt, dueDate, plan } = invoice;
  const rest = restOf(invoice);
  const isOpen = number !== undefined && rest > 0;
  return {
    ...documentOf(school, words, invoice, {
      title: number === undefined ? words.draft : `${words.invoice} ${number}`,
      name: `invoice-${number ?? 'draft'}`,
      at: issuedAt ?? invoice.createdAt,
    }),
    facts: [
      ...(number === undefined ? [] : [fact(words.number, String(number))]),
      ...(issuedAt ? [fact(words.issued, print.date(issuedAt))] : []),
      ...(dueDate ? [fact(words.due, dueDate)] : []),
    ],
    sums: [
      ...sumsOf(invoice, words, print),
      ...(invoice.paid > 0 ? [fact(words.paid, print.money(-invoice.paid))] : []),
      ...(invoice.credited > 0 ? [fact(words.credited, print.money(-invoice.credited))] : []),
      ...(rest === invoice.total ? [] : [fact(words.rest, print.money(rest))]),
    ],
    notes: [
      ...exemptionsOf(invoice.lines, words),
      ...(plan
        ? [
            `${words.instalments}: ${plan.instalments
              .map(({ dueDate: day, amount }) => `${day} ${print.money(amount)}`)
              .join(', ')}`,
          ]
        : []),
    ],
    link: isOpen ? { text: words.pay, url: `${portalUrl}/invoices/${invoice.invoiceId}` } : null,
  };
}

/** A credit note to print. */
export function creditNotePages(
  note: CreditNoteRow,
  invoice: InvoiceRow,
  school: SchoolRow,
): InvoicePages {
  const words = INVOICE_WORDS[school.language];
  const print = printer(school);
  const number = creditNoteNumber(note.number);
  return {
    ...documentOf(school, words, note, {
      title: `${words.creditNote} ${number}`,
      name: `credit-note-${number}`,
      at: note.issuedAt,
    }),
    facts: [
      fact(words.number, number),
      fact(words.issued, print.date(note.issuedAt)),
      fact(words.credits, `${invoice.number}`),
      fact(words.reason, note.reason),
    ],
    sums: sumsOf(note, words, print),
    notes: exemptionsOf(note.lines, words),
    link: null,
  };
}

type Lines = { lines: InvoiceLine[]; buyer: Buyer; total: number; currency: string };
type Printer = ReturnType<typeof printer>;

function documentOf(
  school: SchoolRow,
  words: InvoiceWords,
  { lines, buyer }: Lines,
  { title, name, at }: { title: string; name: string; at: string },
) {
  const print = printer(school);
  const contact = `${school.contactEmail}, ${school.contactPhone}`;
  return {
    ...{ title, language: school.language, fileName: name, createdAt: at, author: school.name },
    parties: [
      {
        heading: words.seller,
        lines: [
          ...[school.name, ...addressLines(school.address)],
          ...(school.vatNumber ? [`${words.vatNumber} ${school.vatNumber}`] : []),
        ],
      },
      {
        heading: words.buyer,
        lines: [
          ...[buyer.name, ...addressLines(buyer.address), buyer.email],
          ...(buyer.ean ? [`${words.ean} ${buyer.ean}`] : []),
        ],
      },
    ],
    columns: words.columns,
    rows: lines.map((line) => ({
      cells: [
        line.description,
        String(line.quantity),
        print.money(line.unitPrice - vatIn(line.unitPrice, line.vatRate)),
        line.vatExemption ? words.exempt : `${print.rate(line.vatRate)} %`,
        print.money(lineTotal(line)),
      ],
      note: line.suppliedOn ? `${words.supplied} ${line.suppliedOn}` : null,
    })),
    footer: [
      `${school.name}${school.vatNumber ? `, ${words.vatNumber} ${school.vatNumber}` : ''}`,
      `${words.contact}: ${contact}`,
    ].join('. '),
  };
}

function sumsOf({ lines, total }: Lines, words: InvoiceWords, print: Printer) {
  const vat = lines.reduce((sum, line) => sum + lineVat(line), 0);
  return [
    fact(words.net, print.money(total - vat)),
    ...vatByRate(lines)
      .filter(({ vatRate }) => vatRate > 0)
      .map(({ vatRate, vat: held }) => fact(words.vat(print.rate(vatRate)), print.money(held))),
    fact(words.total, print.money(total)),
  ];
}

function exemptionsOf(lines: readonly InvoiceLine[], words: InvoiceWords): string[] {
  const reasons = new Set(lines.flatMap(({ vatExemption }) => vatExemption ?? []));
  return [...reasons].map((reason) => words.exemptions[reason] ?? reason);
}

function fact(name: string, value: string): [string, string] {
  return [name, value];
}

function addressLines(address: Address | undefined): string[] {
  if (address === undefined) return [];
  if (typeof address === 'string') return [address];
  const { street, postalCode, city, country } = address;
  return [street, `${postalCode} ${city}`, ...(country ? [country] : [])];
}

function printer({ language, currency, timeZone }: SchoolRow) {
  const locale = language === 'da' ? 'da-DK' : 'en-GB';
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return {
    money: (amount: number) => format.format(amount / 10 ** digits),
    rate: (rate: number) => new Intl.NumberFormat(locale).format(rate),
    date: (at: string) => localDate(at as Instant, timeZone),
  };
}
