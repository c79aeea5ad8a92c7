import type { InvoiceRow } from '../finance/invoice.entity.ts';
import type { Language } from '../schools/school.ts';
import { DAY, HOUR } from '../shared/instant.ts';
import { type BookingData, bookingData } from './booking-data.ts';
import type { BookingFacts } from './booking-facts.ts';
import { cleanLine } from './clean-text.ts';
import { type Greeting, greeting } from './greeting.ts';
import type { LinkKind } from './links.ts';
import type { BookingMessage, NotificationKind } from './notification.ts';
import {
  type BrokenTemplateData,
  brokenTemplateData,
  type StaffMessageData,
  staffMessageData,
} from './staff-data.ts';

/** What was read again just before sending, as far as a message needs it. */
export type MessageFacts = {
  language: Language;
  /** null: the platform itself is writing */
  schoolName: string | null;
  recipientName: string | null;
  portalUrl: string;
  /** the secret link, for the kinds that carry one */
  link: { kind: LinkKind; url: string } | null;
  invoice: InvoiceRow | null;
  /** the lesson, for messages about a booking */
  booking: BookingFacts | null;
  /** what staff wrote, for their messages; `subject` null: the usual one */
  staffMessage?: { subject: string | null; body: string };
  /** the school's own text that does not work */
  brokenTemplate?: { key: string; language: string; part: string };
};

type WithLink = Greeting & { link: string; linkDays: number; linkHours: number };
type Invoice = Greeting & { link: string; number: string; total: string; dueDate: string | null };

/** What the template of each kind is given; every value is clean text. */
export type MessageData = {
  welcome: WithLink;
  confirm_enrolment: WithLink;
  invitation: WithLink;
  confirm_staff: WithLink;
  password_reset: WithLink;
  enrolled: Greeting & { link: string };
  already_registered: Greeting & { link: string };
  password_changed: Greeting;
  invoice_issued: Invoice;
  staff_message: StaffMessageData;
  template_broken: BrokenTemplateData;
} & Record<BookingMessage, BookingData>;

const LOCALES: Record<Language, string> = { da: 'da-DK', en: 'en-GB' };

const DATA: { [K in NotificationKind]: (facts: MessageFacts) => MessageData[K] } = {
  welcome: withLink,
  confirm_enrolment: withLink,
  invitation: withLink,
  confirm_staff: withLink,
  password_reset: withLink,
  enrolled: withPortal,
  already_registered: withPortal,
  password_changed: greeting,
  invoice_issued: invoice,
  booking_confirmed: bookingData,
  booking_moved: bookingData,
  booking_changed: bookingData,
  booking_cancelled: bookingData,
  booking_completed: bookingData,
  booking_reminder: bookingData,
  staff_message: staffMessageData,
  template_broken: brokenTemplateData,
};

/** The data of one message. Throws when a fact is missing that its kind cannot do without. */
export function messageData<K extends NotificationKind>(
  kind: K,
  facts: MessageFacts,
): MessageData[K] {
  return DATA[kind](facts);
}

function withLink(facts: MessageFacts): WithLink {
  if (!facts.link) throw new Error('a message of this kind needs its link');
  const { lifetime } = facts.link.kind;
  return {
    ...greeting(facts),
    link: facts.link.url,
    linkDays: Math.floor(lifetime / DAY),
    linkHours: Math.floor(lifetime / HOUR),
  };
}

function withPortal(facts: MessageFacts): Greeting & { link: string } {
  return { ...greeting(facts), link: facts.portalUrl };
}

function invoice(facts: MessageFacts): Invoice {
  const row = facts.invoice;
  if (row?.number === undefined) throw new Error('this message needs an issued invoice');
  const locale = LOCALES[facts.language];
  return {
    ...greeting({ ...facts, recipientName: row.buyer.name }),
    link: `${facts.portalUrl}/invoices/${row.invoiceId}`,
    number: String(row.number),
    total: formatMoney(row.total, row.currency, locale),
    dueDate: row.dueDate ? formatDate(row.dueDate, locale) : null,
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
