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
import { isTooLate } from './expiry.ts';
import { PLATFORM_NAME } from './greeting.ts';
import { type SendingLimits, waitsForTurn } from './limits.ts';
import { linkExpiry, linkOf, linkUrl } from './links.ts';
import type { MessageFacts } from './message-data.ts';
import { moneyFacts } from './money-facts.ts';
import type { NotificationRow } from './notification.entity.ts';
import {
  isBookingMessage,
  isRecordMessage,
  type NotificationKind,
  type NotificationStatus,
} from './notification.ts';
import { pauseFacts } from './pause-facts.ts';
import type { CalendarEntry, EmailMessage } from './provider.ts';
import { recordFacts } from './record-facts.ts';
import { renderedEmail } from './render-own.ts';
import { findOwnTemplate } from './school-templates.ts';
import { staffMessageEntity } from './staff-message.entity.ts';
import { type AddressKey, addressKeyOf, suppressedBecause } from './suppression.ts';

/** What the stage says about sending. */
export type SendingRules = {
  portalUrl: string;
  allowList: string;
  /** absent: as much as comes */
  limits?: SendingLimits;
};

/** Nothing is to be sent after all: the status that says so, and why in one stable code. */
export type NotSent = { status: NotificationStatus; error: string };

/** The message and where it goes; or why it is not sent now, or not at all. */
export type Composed<Message> =
  | { message: Message; to: AddressKey }
  | { held: { until: Instant; error: string } }
  | { notSent: NotSent };

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
  const toKey = addressKeyOf(context, 'email', to);
  const [suppressed, own] = await Promise.all([
    suppressedBecause(context, row, toKey),
    findOwnTemplate(context, row.schoolId, row.kind, facts.language),
  ]);
  if (suppressed) return notSent('suppressed', suppressed);
  const waits = rules.limits && (await waitsForTurn(rules.limits, row, null, context.now()));
  if (waits) return { held: { until: waits, error: 'limit' } };
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
    to: toKey,
    message: {
      notificationId: row.notificationId,
      correlationId: row.correlationId,
      from: { name: cleanLine(school?.name ?? PLATFORM_NAME, 100) },
      replyTo: school?.contactEmail ?? null,
      to: { name: greetingName(facts.invoice?.buyer.name ?? facts.recipientName), address: to },
      date: context.now(),
      ...(await renderedEmail(context, row, facts, own)),
      ...(calendar && { calendar }),
    },
  };
}

export function notSent(status: NotificationStatus, error: string): { notSent: NotSent } {
  return { notSent: { status, error } };
}

export type Found = {
  facts: MessageFacts;
  person: PersonRow;
  membership: MembershipRow | null;
  school: SchoolRow | null;
};

export async function loadFacts(
  context: Context,
  row: NotificationRow,
  { portalUrl }: SendingRules,
): Promise<Found | { notSent: NotSent }> {
  const { store, keys, now } = context;
  if (isTooLate(row.kind, row.createdAt as Instant, now())) return notSent('expired', 'too_late');
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
    ...(await staffFacts(context, row)),
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

/** What staff wrote, or which text of theirs does not work; nothing for every other message. */
async function staffFacts(
  { store }: Context,
  { kind, about, schoolId = '' }: NotificationRow,
): Promise<Pick<MessageFacts, 'staffMessage' | 'brokenTemplate'>> {
  if (kind === 'template_broken') {
    const { key = '', language = '', part = '' } = about;
    return { brokenTemplate: { key, language, part } };
  }
  if (kind !== 'staff_message') return {};
  const key = { schoolId, messageId: about.messageId ?? '' };
  const message = await store.get(staffMessageEntity, staffMessageEntity.get(key));
  return message ? { staffMessage: { subject: message.subject ?? null, body: message.body } } : {};
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
