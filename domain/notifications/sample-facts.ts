import type { InvoiceRow } from '../finance/invoice.entity.ts';
import type { Language } from '../schools/school.ts';
import { DAY, instant } from '../shared/instant.ts';
import type { BookingFacts } from './booking-facts.ts';
import { linkOf, linkUrl } from './links.ts';
import type { MessageFacts } from './message-data.ts';
import type { MoneyFacts } from './money-facts.ts';
import {
  isBookingMessage,
  isMoneyMessage,
  isRecordMessage,
  type MoneyMessage,
  type NotificationKind,
} from './notification.ts';
import type { PauseFacts } from './pause-facts.ts';
import type { RecordFacts } from './record-facts.ts';

/**
 * What a message might be about: the facts behind a preview, and the names of the variables that a
 * school's text may use. `bare` leaves out all that may be missing, so that a text is tried without.
 */
export function sampleFacts(
  kind: NotificationKind,
  { language, schoolName, portalUrl }: Pick<MessageFacts, 'language' | 'schoolName' | 'portalUrl'>,
  bare = false,
): MessageFacts {
  const link = linkOf(kind);
  return {
    language,
    schoolName,
    recipientName: bare ? null : NAMES[language].student,
    portalUrl,
    link: link && { kind: link, url: linkUrl(link, portalUrl, 'x'.repeat(43)) },
    invoice: isMoneyMessage(kind) ? sampleInvoice(language, bare) : null,
    money: isMoneyMessage(kind) ? sampleMoney(kind, bare) : null,
    booking: isBookingMessage(kind) ? sampleLesson(language, bare) : null,
    record: isRecordMessage(kind) ? sampleRecord(language, bare) : null,
    pause: kind === 'pause_warning' ? SAMPLE_PAUSE : null,
    ...(kind === 'staff_message' && { staffMessage: SAMPLE_MESSAGE[language] }),
    ...(kind === 'template_broken' && {
      brokenTemplate: { key: 'booking_confirmed', language, part: 'html' },
    }),
  };
}

const SAMPLE_TIMES = {
  startsAt: instant('2026-11-24T09:00:00.000Z'),
  endsAt: instant('2026-11-24T09:45:00.000Z'),
};

type Names = { student: string; teacher: string; place: string; lesson: string; module: string };
const NAMES: Record<Language, Names> = {
  da: {
    student: 'Ida Holm',
    teacher: 'Tove Ågård',
    place: 'Nørrebro Station',
    lesson: 'Kørelektion',
    module: 'Vejkryds',
  },
  en: {
    student: 'Ida Holm',
    teacher: 'Tove Ågård',
    place: 'Nørrebro Station',
    lesson: 'Driving lesson',
    module: 'Crossings',
  },
};

const SAMPLE_MESSAGE: Record<Language, { subject: string; body: string }> = {
  da: { subject: 'Lukket i uge 42', body: 'Vi holder ferie i uge 42.\n\nGod efterårsferie!' },
  en: { subject: 'Closed in week 42', body: 'We are closed in week 42.\n\nHave a good autumn!' },
};

function sampleInvoice(language: Language, bare: boolean): InvoiceRow {
  return {
    schoolId: 'sch_00000000000000000000000000',
    invoiceId: 'inv_00000000000000000000000000',
    studentId: 'per_00000000000000000000000000',
    number: 42,
    status: 'issued',
    currency: 'DKK',
    lines: [],
    buyer: { name: NAMES[language].student, email: 'ida@mail.example' },
    ...{ total: 54_995, paid: 0, credited: 0 },
    ...(!bare && { dueDate: '2026-12-07' }),
    createdAt: '2026-11-23T09:00:00.000Z',
    version: 1,
  };
}

/** What a message is never without stays: the number of an invoice that is asked for. */
function sampleMoney(kind: MoneyMessage, bare: boolean): MoneyFacts {
  const named = kind !== 'payment_received' && kind !== 'payment_refunded';
  return {
    ...{ currency: 'DKK', amount: 54_995, number: named || !bare ? '42' : null },
    ...{ rest: bare ? null : 44_995, dueDate: bare ? null : '2026-12-07' },
    ...{ fee: bare ? null : 10_000, reminder: kind === 'invoice_overdue' ? 1 : null },
    credit: bare ? null : 5_000,
  };
}

const SAMPLE_PAUSE: PauseFacts = { days: 60, lastTaughtOn: '2026-04-12', resumeBy: '2026-07-11' };

function sampleRecord(language: Language, bare: boolean): RecordFacts {
  const names = NAMES[language];
  return {
    ...{ kind: 'road', times: SAMPLE_TIMES, timeZone: 'Europe/Copenhagen', role: 'student' },
    ...{ typeName: bare ? null : names.lesson, teacherName: bare ? null : names.teacher },
    ...{ studentName: bare ? null : names.student, modules: [names.module] },
    head: { count: 3, hash: '4a'.repeat(32) },
  };
}

function sampleLesson(language: Language, bare: boolean): BookingFacts {
  const names = NAMES[language];
  const previously = {
    startsAt: instant('2026-11-24T08:00:00.000Z'),
    endsAt: instant('2026-11-24T08:45:00.000Z'),
  };
  return {
    ...{
      bookingId: 'bkg_00000000000000000000000000',
      kind: 'road',
      sequence: 1,
      times: SAMPLE_TIMES,
    },
    ...{ previously: bare ? null : previously, timeZone: 'Europe/Copenhagen' },
    ...{ typeName: names.lesson, place: bare ? null : names.place },
    ...{ teacherName: bare ? null : names.teacher, role: 'student' },
    ...{ studentNames: null, leftMs: DAY },
  };
}
