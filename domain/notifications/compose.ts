import { readInvoice } from '../finance/read-finance.ts';
import type { MembershipRow } from '../people/membership.entity.ts';
import type { PersonRow } from '../people/person.entity.ts';
import { readMemberships, readPerson } from '../people/read-people.ts';
import { readSchool } from '../schools/read-schools.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import type { Language } from '../schools/school.ts';
import type { Instant } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import { mayReach } from './allow-list.ts';
import { calendarEntry } from './booking-data.ts';
import { bookingFacts } from './booking-facts.ts';
import { cleanLine, greetingName } from './clean-text.ts';
import { PLATFORM_NAME } from './greeting.ts';
import { linkExpiry, linkOf, linkUrl } from './links.ts';
import { type MessageFacts, messageData } from './message-data.ts';
import { ASKING, moneyFacts } from './money-facts.ts';
import type { NotificationRow } from './notification.entity.ts';
import {
  isBookingMessage,
  isRecordMessage,
  type NotificationKind,
  type NotificationStatus,
} from './notification.ts';
import { pauseFacts } from './pause-facts.ts';
import type { CalendarEntry, EmailMessage, SmsMessage } from './provider.ts';
import { recordFacts } from './record-facts.ts';
import { renderEmail, renderSms } from './render.ts';
import { fitSms } from './segments.ts';

/** What the stage says about sending. */
export type SendingRules = { portalUrl: string; allowList: string };

/** Nothing is to be sent after all: the status that says so, and why in one stable code. */
export type NotSent = { status: NotificationStatus; error: string };

export type Composed<Message> = { message: Message } | { notSent: NotSent };

/** SMS texts are one message of up to this many parts; a long name must not push the link out. */
const SMS_SEGMENTS_MAX = 3;
const SCHOOL_NAME_IN_SMS = 40;

/** The mails that bring a calendar entry, or take it away. */
const CALENDAR: Partial<Record<NotificationKind, CalendarEntry['method']>> = {
  booking_confirmed: 'REQUEST',
  booking_moved: 'REQUEST',
  booking_changed: 'REQUEST',
  booking_cancelled: 'CANCEL',
};

/** The mail as the world is now: names, addresses and amounts are read again, not remembered. */
export async function composeEmail(
  context: Context,
  row: NotificationRow,
  rules: SendingRules,
): Promise<Composed<EmailMessage>> {
  const found = await loadFacts(context, row, rules);
  if ('notSent' in found) return found;
  const { facts, school } = found;
  const to = emailAddress(found);
  if (!to) return notSent('suppressed', 'no_address');
  if (!mayReach(rules.allowList, to)) return notSent('suppressed', 'not_on_allow_list');
  const method = CALENDAR[row.kind];
  const calendar =
    method &&
    calendarEntry(
      {
        ...facts,
        recipientEmail: to,
        organizerEmail: school?.contactEmail ?? to,
        at: row.createdAt,
      },
      method,
    );
  return {
    message: {
      notificationId: row.notificationId,
      from: { name: cleanLine(school?.name ?? PLATFORM_NAME, 100) },
      replyTo: school?.contactEmail ?? null,
      to: { name: greetingName(facts.invoice?.buyer.name ?? facts.recipientName), address: to },
      date: context.now(),
      ...renderEmail(row.kind, facts.language, messageData(row.kind, facts)),
      ...(calendar && { calendar }),
    },
  };
}

export async function composeSms(
  context: Context,
  row: NotificationRow,
  rules: SendingRules,
): Promise<Composed<SmsMessage>> {
  const found = await loadFacts(context, row, rules);
  if ('notSent' in found) return found;
  const to = found.membership?.phone;
  if (!to) return notSent('suppressed', 'no_phone');
  // Whoever pays for the student is told by mail; the student's phone is not theirs.
  const buyer = found.facts.invoice?.buyer.email;
  if (ASKING.includes(row.kind) && buyer !== undefined && buyer !== found.membership?.email)
    return notSent('suppressed', 'other_buyer');
  if (!found.person.sms && row.kind !== 'password_changed')
    return notSent('suppressed', 'opted_out');
  if (!mayReach(rules.allowList, to)) return notSent('suppressed', 'not_on_allow_list');
  const schoolName =
    found.facts.schoolName && cleanLine(found.facts.schoolName, SCHOOL_NAME_IN_SMS);
  const facts = { ...found.facts, schoolName };
  const text = renderSms(row.kind, facts.language, messageData(row.kind, facts));
  if (text === null) return notSent('failed', 'no_sms_template');
  return {
    message: { notificationId: row.notificationId, to, body: fitSms(text, SMS_SEGMENTS_MAX) },
  };
}

function notSent(status: NotificationStatus, error: string): { notSent: NotSent } {
  return { notSent: { status, error } };
}

type Found = {
  facts: MessageFacts;
  person: PersonRow;
  membership: MembershipRow | null;
  school: SchoolRow | null;
};

async function loadFacts(
  context: Context,
  row: NotificationRow,
  { portalUrl }: SendingRules,
): Promise<Found | { notSent: NotSent }> {
  const { store, keys, now } = context;
  const kind = linkOf(row.kind);
  if (kind && linkExpiry(kind, row.createdAt as Instant) <= now()) {
    return notSent('expired', 'link_expired');
  }
  const { schoolId, personId } = row;
  const { invoiceId } = row.about;
  const [person, memberships, school, invoice] = await Promise.all([
    readPerson(store, personId),
    readMemberships(store, personId),
    schoolId ? readSchool(store, schoolId) : null,
    schoolId && invoiceId ? readInvoice(store, schoolId, invoiceId) : null,
  ]);
  const membership = memberships.find((one) => one.schoolId === schoolId) ?? null;
  if (!person || (schoolId && !membership)) return notSent('suppressed', 'no_recipient');
  if (kind && membership?.status === 'disabled') return notSent('expired', 'membership_disabled');
  if (invoiceId && !invoice) return notSent('expired', 'no_invoice');
  const about = await bookingOf(context, row, school);
  if ('notSent' in about) return about;
  const record = await recordOf(context, row, school);
  if ('notSent' in record) return record;
  const pause = await pauseFacts(context, row, school);
  if ('notSent' in pause) return pause;
  const told = await moneyFacts(context, row, invoice);
  if ('stale' in told) return notSent('expired', told.stale);
  const facts: MessageFacts = {
    language: languageOf(person, membership ?? memberships[0], school),
    schoolName: school?.name ?? null,
    recipientName: membership?.name ?? null,
    portalUrl,
    link: kind && {
      kind,
      url: linkUrl(kind, portalUrl, keys.linkToken(row.notificationId)),
    },
    invoice,
    money: told.money,
    booking: about.facts,
    record: record.facts,
    pause: pause.facts,
  };
  return { facts, person, membership, school };
}

/** What a message about a booking tells of it; null for every other message. */
async function bookingOf(context: Context, row: NotificationRow, school: SchoolRow | null) {
  const { kind } = row;
  if (!school || !isBookingMessage(kind)) return { facts: null };
  return bookingFacts(context, { ...row, kind }, school);
}

/** What a message about a lesson in a student's record tells of it; null for every other message. */
async function recordOf(context: Context, row: NotificationRow, school: SchoolRow | null) {
  const { kind } = row;
  if (!school || !isRecordMessage(kind)) return { facts: null };
  return recordFacts(context, { ...row, kind }, school);
}

/** What the person chose, else what one of their schools noted of them. */
function languageOf(
  person: PersonRow,
  membership: MembershipRow | undefined,
  school: SchoolRow | null,
): Language {
  return person.language ?? membership?.language ?? school?.language ?? 'da';
}

/**
 * Where a mail goes. A secret link goes to the identity's own address alone, so that nothing a school
 * notes about a person can lead it elsewhere; an invoice to its buyer; the rest of a school's mail to
 * the address that school enrolled.
 */
function emailAddress({ facts, person, membership }: Found): string | null {
  if (facts.invoice) return facts.invoice.buyer.email;
  if (facts.link || !membership) return person.email;
  return membership.email;
}
