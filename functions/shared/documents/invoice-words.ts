import type { Language } from '../../../domain/schools/school.ts';

/** The words of a printed invoice or credit note. */
export type InvoiceWords = {
  invoice: string;
  creditNote: string;
  draft: string;
  seller: string;
  buyer: string;
  vatNumber: string;
  ean: string;
  number: string;
  issued: string;
  due: string;
  credits: string;
  reason: string;
  columns: readonly [string, string, string, string, string];
  supplied: string;
  exempt: string;
  net: string;
  vat: (rate: string) => string;
  total: string;
  included: (vat: string) => string;
  paid: string;
  credited: string;
  rest: string;
  instalments: string;
  pay: string;
  /** why lines carry no VAT, with the provision */
  exemptions: Readonly<Record<string, string>>;
  contact: string;
};

export const INVOICE_WORDS: Record<Language, InvoiceWords> = {
  da: {
    invoice: 'Faktura',
    creditNote: 'Kreditnota',
    draft: 'Kladde',
    seller: 'Sælger',
    buyer: 'Køber',
    vatNumber: 'CVR-nr.',
    ean: 'EAN-nr.',
    number: 'Nummer',
    issued: 'Fakturadato',
    due: 'Betalingsfrist',
    credits: 'Krediterer faktura',
    reason: 'Årsag',
    columns: ['Beskrivelse', 'Antal', 'Enhedspris ekskl. moms', 'Moms', 'Beløb inkl. moms'],
    supplied: 'Leveret',
    exempt: 'fri',
    net: 'I alt ekskl. moms',
    vat: (rate) => `Moms ${rate} %`,
    total: 'I alt inkl. moms',
    included: (vat) => `Heraf moms ${vat}`,
    paid: 'Betalt',
    credited: 'Krediteret',
    rest: 'Til betaling',
    instalments: 'Aftalte rater',
    pay: 'Betal fakturaen',
    exemptions: {
      education: 'Momsfritaget undervisning, jf. momslovens § 13, stk. 1, nr. 3',
      outlay: 'Udlæg i købers navn, jf. momslovens § 27, stk. 3, nr. 3',
    },
    contact: 'Spørgsmål',
  },
  en: {
    invoice: 'Invoice',
    creditNote: 'Credit note',
    draft: 'Draft',
    seller: 'Seller',
    buyer: 'Buyer',
    vatNumber: 'VAT no.',
    ean: 'EAN no.',
    number: 'Number',
    issued: 'Date of issue',
    due: 'Due date',
    credits: 'Credits invoice',
    reason: 'Reason',
    columns: ['Description', 'Quantity', 'Unit price excl. VAT', 'VAT', 'Amount incl. VAT'],
    supplied: 'Supplied',
    exempt: 'exempt',
    net: 'Total excl. VAT',
    vat: (rate) => `VAT ${rate} %`,
    total: 'Total incl. VAT',
    included: (vat) => `Of which VAT ${vat}`,
    paid: 'Paid',
    credited: 'Credited',
    rest: 'To be paid',
    instalments: 'Agreed instalments',
    pay: 'Pay the invoice',
    exemptions: {
      education: 'Education exempt from VAT, Danish VAT Act section 13(1) no. 3',
      outlay: "Outlay in the buyer's name, Danish VAT Act section 27(3) no. 3",
    },
    contact: 'Questions',
  },
};
