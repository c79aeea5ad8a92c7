import type { InvoiceRow } from '../finance/invoice.entity.ts';
import type { Language } from '../schools/school.ts';
import { DAY, HOUR } from '../shared/instant.ts';
import { type BookingData, bookingData } from './booking-data.ts';
import type { BookingFacts } from './booking-facts.ts';
import { type Greeting, greeting } from './greeting.ts';
import type { LinkKind } from './links.ts';
import { type MoneyData, moneyData } from './money-data.ts';
import type { MoneyFacts } from './money-facts.ts';
import type {
  BookingMessage,
  MoneyMessage,
  NotificationKind,
  RecordMessage,
} from './notification.ts';
import type { PauseFacts } from './pause-facts.ts';
import { type PauseData, pauseData, type RecordData, recordData } from './record-data.ts';
import type { RecordFacts } from './record-facts.ts';
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
  /** what else of money a message tells */
  money: MoneyFacts | null;
  /** the lesson, for messages about a booking */
  booking: BookingFacts | null;
  /** the lesson, for messages about a student's record */
  record: RecordFacts | null;
  /** for the warning of a long pause */
  pause: PauseFacts | null;
  /** what staff wrote, for their messages; `subject` null: the usual one */
  staffMessage?: { subject: string | null; body: string };
  /** the school's own text that does not work */
  brokenTemplate?: { key: string; language: string; part: string };
};

type WithLink = Greeting & { link: string; linkDays: number; linkHours: number };

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
  webhook_disabled: Greeting & { link: string };
  pause_warning: PauseData;
  staff_message: StaffMessageData;
  template_broken: BrokenTemplateData;
} & Record<MoneyMessage, MoneyData> &
  Record<BookingMessage, BookingData> &
  Record<RecordMessage, RecordData>;

const DATA: { [K in NotificationKind]: (facts: MessageFacts) => MessageData[K] } = {
  welcome: withLink,
  confirm_enrolment: withLink,
  invitation: withLink,
  confirm_staff: withLink,
  password_reset: withLink,
  enrolled: withPortal,
  already_registered: withPortal,
  password_changed: greeting,
  webhook_disabled: withPortal,
  invoice_issued: moneyData,
  invoice_due: moneyData,
  invoice_overdue: moneyData,
  credit_note_issued: moneyData,
  payment_received: moneyData,
  payment_failed: moneyData,
  payment_refunded: moneyData,
  booking_confirmed: bookingData,
  booking_moved: bookingData,
  booking_changed: bookingData,
  booking_cancelled: bookingData,
  booking_completed: bookingData,
  booking_reminder: bookingData,
  signature_request: recordData,
  signature_reminder: recordData,
  signature_receipt: recordData,
  correction_raised: recordData,
  correction_accepted: recordData,
  correction_rejected: recordData,
  dispute_raised: recordData,
  dispute_accepted: recordData,
  dispute_rejected: recordData,
  pause_warning: pauseData,
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
