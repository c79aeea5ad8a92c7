import type { InvoiceRow } from '../finance/invoice.entity.ts';
import type { Language } from '../schools/school.ts';
import { DAY, instant } from '../shared/instant.ts';
import type { BookingFacts } from './booking-facts.ts';
import { linkOf } from './links.ts';
import type { MessageFacts } from './message-data.ts';
import { isBookingMessage, type NotificationKind } from './notification.ts';

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
    link: link && { kind: link, url: `${portalUrl}/${link.page}?token=${'x'.repeat(43)}` },
    invoice: kind === 'invoice_issued' ? sampleInvoice(language, bare) : null,
    booking: isBookingMessage(kind) ? sampleLesson(language, bare) : null,
    ...(kind === 'staff_message' && { staffMessage: SAMPLE_MESSAGE[language] }),
    ...(kind === 'template_broken' && {
      brokenTemplate: { key: 'booking_confirmed', language, part: 'html' },
    }),
  };
}

const NAMES: Record<Language, { student: string; teacher: string; place: string; lesson: string }> =
  {
    da: {
      student: 'Ida Holm',
      teacher: 'Tove Ågård',
      place: 'Nørrebro Station',
      lesson: 'Kørelektion',
    },
    en: {
      student: 'Ida Holm',
      teacher: 'Tove Ågård',
      place: 'Nørrebro Station',
      lesson: 'Driving lesson',
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

function sampleLesson(language: Language, bare: boolean): BookingFacts {
  const names = NAMES[language];
  const times = {
    startsAt: instant('2026-11-24T09:00:00.000Z'),
    endsAt: instant('2026-11-24T09:45:00.000Z'),
  };
  const previously = {
    startsAt: instant('2026-11-24T08:00:00.000Z'),
    endsAt: instant('2026-11-24T08:45:00.000Z'),
  };
  return {
    ...{ bookingId: 'bkg_00000000000000000000000000', kind: 'road', sequence: 1, times },
    ...{ previously: bare ? null : previously, timeZone: 'Europe/Copenhagen' },
    ...{ typeName: names.lesson, place: bare ? null : names.place },
    ...{ teacherName: bare ? null : names.teacher, role: 'student' },
    ...{ studentNames: null, leftMs: DAY },
  };
}
