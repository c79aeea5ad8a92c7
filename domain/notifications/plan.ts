import type { EventEnvelope } from '../../events/define.ts';
import { webhookEndpointDisabled } from '../../events/integrations.ts';
import { templateBroke } from '../../events/notifications.ts';
import {
  passwordChanged,
  passwordResetRequested,
  registrationRepeated,
  staffInvited,
  studentEnrolled,
} from '../../events/people.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import type { Change } from './coalesce.ts';
import type { Channel, NotificationKind, ToldOfBooking } from './notification.ts';
import { BOOKING_PLANS } from './plan-bookings.ts';
import { MONEY_PLANS } from './plan-money.ts';
import { RECORD_PLANS } from './plan-record.ts';

/** Every event that somebody is told about. The planner's subscription is this list. */
export const PLANNED_EVENTS = [
  'StudentEnrolled',
  'RegistrationRepeated',
  'StaffInvited',
  'PasswordResetRequested',
  'PasswordChanged',
  'InvoiceIssued',
  'CreditNoteIssued',
  'PaymentReceived',
  'PaymentFailed',
  'PaymentRefunded',
  'InvoiceDueSoon',
  'InvoiceReminderSent',
  'WebhookEndpointDisabled',
  'BookingConfirmed',
  'BookingMoved',
  'BookingCancelled',
  'BookingStudentsAdded',
  'BookingStudentsRemoved',
  'BookingCompleted',
  'BookingReminderDue',
  'TeacherSigned',
  'SignatureRequested',
  'SignatureReminderDue',
  'StudentSigned',
  'CorrectionRequested',
  'CorrectionAccepted',
  'CorrectionRejected',
  'DisputeRaised',
  'DisputeAccepted',
  'DisputeRejected',
  'PauseWarningDue',
  'NotificationResent',
  'TemplateBroke',
] as const;
export type PlannedEvent = (typeof PLANNED_EVENTS)[number];

/** Who is told: a person, or whoever turns out to have an address (known only by its keyed hash). */
export type Recipient = { personId: PersonId } | { emailKey: string };

/** One message to come, before it has an id. */
export type PlannedMessage = {
  recipient: Recipient;
  /** the school that tells; null: the platform itself, to a person across schools */
  schoolId: SchoolId | null;
  kind: NotificationKind;
  channel: Channel;
  /** ids that are read again just before sending, and dates that the message tells */
  about: Record<string, string>;
  /** messages about a booking: the state that they tell */
  booking?: ToldOfBooking;
  /** set where a newer change of the same booking makes this message needless */
  change?: Change;
};

const MAIL_AFTER_ENROLMENT = {
  set_password: 'welcome',
  confirm: 'confirm_enrolment',
  enrolled: 'enrolled',
} as const;

const MAIL_AFTER_REPETITION = {
  set_password: 'welcome',
  confirm: 'confirm_enrolment',
  already_registered: 'already_registered',
} as const;

const MAIL_TO_STAFF = { invitation: 'invitation', confirm: 'confirm_staff' } as const;

const PLANS: Record<PlannedEvent, (event: EventEnvelope) => PlannedMessage[]> = {
  StudentEnrolled: (event) => {
    const { personId, welcome } = studentEnrolled.schema.parse(event.data);
    return [mail(event, personId, MAIL_AFTER_ENROLMENT[welcome])];
  },
  RegistrationRepeated: (event) => {
    const { personId, welcome } = registrationRepeated.schema.parse(event.data);
    return [mail(event, personId, MAIL_AFTER_REPETITION[welcome])];
  },
  StaffInvited: (event) => {
    const { personId, link } = staffInvited.schema.parse(event.data);
    return [mail(event, personId, MAIL_TO_STAFF[link])];
  },
  PasswordResetRequested: (event) => {
    const { emailKey } = passwordResetRequested.schema.parse(event.data);
    return [platformMail({ emailKey }, 'password_reset')];
  },
  PasswordChanged: (event) => {
    const { personId } = passwordChanged.schema.parse(event.data);
    return [platformMail({ personId }, 'password_changed')];
  },
  ...MONEY_PLANS,
  WebhookEndpointDisabled: (event) => {
    const { adminIds, endpointId } = webhookEndpointDisabled.schema.parse(event.data);
    return adminIds.map((id) => mail(event, id, 'webhook_disabled', { endpointId }));
  },
  ...BOOKING_PLANS,
  ...RECORD_PLANS,
  // Its notification came with it; there is nothing to plan.
  NotificationResent: () => [],
  TemplateBroke: (event) => {
    const { adminIds, key, language, part } = templateBroke.schema.parse(event.data);
    const about = { key, language, part };
    return adminIds.map((personId) => mail(event, personId, 'template_broken', about));
  },
};

/**
 * Who is told what because of an event, by every channel that makes sense: whether a person and their
 * school want SMS is read when the notification is made. Throws for an event that nobody is told about: its rule
 * should not have sent it here, and a dead letter says so.
 */
export function plan(event: EventEnvelope): readonly PlannedMessage[] {
  const planned = PLANNED_EVENTS.find((name) => name === event.name);
  if (!planned) throw new Error(`nobody is told about ${event.name}`);
  return PLANS[planned](event);
}

/** A school's mail. An event of a school that names none is a defect, never sent as the platform's. */
function mail(
  event: EventEnvelope,
  personId: PersonId,
  kind: NotificationKind,
  about: Record<string, string> = {},
): PlannedMessage {
  if (event.schoolId === null) throw new Error(`${event.name} ${event.id} names no school`);
  return { recipient: { personId }, schoolId: event.schoolId, kind, channel: 'email', about };
}

function platformMail(recipient: Recipient, kind: NotificationKind): PlannedMessage {
  return { recipient, schoolId: null, kind, channel: 'email', about: {} };
}
