import type { EventDefinition } from './define.ts';
import { invoiceIssued } from './finance.ts';
import { notificationResent, staffMessageWritten, templateBroke } from './notifications.ts';
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
} from './scheduling.ts';
import { schoolChanged, schoolCreated } from './schools.ts';

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
  invoiceIssued,
  bookingConfirmed,
  bookingMoved,
  bookingCancelled,
  bookingStudentsAdded,
  bookingStudentsRemoved,
  bookingCompleted,
  bookingReminderDue,
  bookingHoldExpired,
  staffMessageWritten,
  notificationResent,
  templateBroke,
] as const satisfies readonly EventDefinition[];

export type EventName = (typeof CATALOGUE)[number]['name'];
