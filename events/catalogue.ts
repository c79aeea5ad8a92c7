import type { EventDefinition } from './define.ts';
import {
  creditNoteIssued,
  invoiceDueSoon,
  invoiceIssued,
  invoiceReminderSent,
  invoiceRunContinued,
  paymentFailed,
  paymentReceived,
  paymentRefunded,
  refundRequested,
} from './finance.ts';
import { theoryResultReceived, webhookEndpointDisabled } from './integrations.ts';
import {
  correctionAccepted,
  correctionRejected,
  correctionRequested,
  disputeAccepted,
  disputeRaised,
  disputeRejected,
  moduleVerified,
  pauseWarningDue,
  signatureReminderDue,
  signatureRequested,
  studentSigned,
  teacherSigned,
} from './learning.ts';
import { notificationResent, staffMessageWritten, templateBroke } from './notifications.ts';
import { moneySuspended, refundFailed, suspenseRefundRequested } from './payments.ts';
import {
  membershipActivated,
  membershipDisabled,
  passwordChanged,
  passwordResetRequested,
  registrationReceived,
  registrationRepeated,
  staffInvited,
  studentEnrolled,
} from './people.ts';
import {
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  bookingHoldExpired,
  bookingMoved,
  bookingReminderDue,
  bookingStudentsAdded,
  bookingStudentsRemoved,
  bookingTypeChanged,
} from './scheduling.ts';
import { schoolChanged, schoolCreated, serviceChanged, settingsChanged } from './schools.ts';

/** The `source` of everything we put on the bus. */
export const EVENT_SOURCE = 'just-driving';

/** Every event there is. Who subscribes to what stands in the workers' contracts. */
export const CATALOGUE = [
  registrationReceived,
  studentEnrolled,
  registrationRepeated,
  staffInvited,
  membershipActivated,
  membershipDisabled,
  passwordResetRequested,
  passwordChanged,
  schoolCreated,
  schoolChanged,
  settingsChanged,
  serviceChanged,
  bookingTypeChanged,
  creditNoteIssued,
  invoiceDueSoon,
  invoiceIssued,
  invoiceReminderSent,
  invoiceRunContinued,
  paymentFailed,
  paymentReceived,
  paymentRefunded,
  refundRequested,
  moneySuspended,
  suspenseRefundRequested,
  refundFailed,
  bookingConfirmed,
  bookingMoved,
  bookingCancelled,
  bookingStudentsAdded,
  bookingStudentsRemoved,
  bookingCompleted,
  bookingReminderDue,
  bookingHoldExpired,
  teacherSigned,
  studentSigned,
  moduleVerified,
  correctionRequested,
  correctionAccepted,
  correctionRejected,
  disputeRaised,
  disputeAccepted,
  disputeRejected,
  signatureRequested,
  signatureReminderDue,
  pauseWarningDue,
  theoryResultReceived,
  webhookEndpointDisabled,
  staffMessageWritten,
  notificationResent,
  templateBroke,
] as const satisfies readonly EventDefinition[];

export type EventName = (typeof CATALOGUE)[number]['name'];
