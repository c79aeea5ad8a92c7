import type { EventEnvelope } from '../../events/define.ts';
import {
  correctionAccepted,
  correctionRejected,
  correctionRequested,
  disputeAccepted,
  disputeRaised,
  disputeRejected,
  pauseWarningDue,
  signatureReminderDue,
  signatureRequested,
  studentSigned,
  teacherSigned,
} from '../../events/learning.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Channel, NotificationKind, RecordMessage } from './notification.ts';
import type { PlannedMessage } from './plan.ts';

type Planner = (event: EventEnvelope) => PlannedMessage[];
type Entry = { studentId: PersonId; teacherId: PersonId; bookingId: string; moduleId: string };
type Lesson = Pick<Entry, 'studentId' | 'bookingId'>;

/** Who hears what of a student's record: each party of what the other did, both of a signed lesson. */
export const RECORD_PLANS = {
  TeacherSigned: (event) => {
    const { asks, ...entry } = teacherSigned.schema.parse(event.data);
    // Further modules of a lesson that the student has been asked to sign are on the same page.
    return asks ? askStudent(event, entry, 'signature_request') : [];
  },
  SignatureRequested: (event) =>
    askStudent(event, signatureRequested.schema.parse(event.data), 'signature_request'),
  SignatureReminderDue: (event) =>
    askStudent(event, signatureReminderDue.schema.parse(event.data), 'signature_reminder'),
  StudentSigned: (event) => {
    const entry = studentSigned.schema.parse(event.data);
    return [entry.studentId, entry.teacherId].map((personId) =>
      mail(event, personId, entry, 'signature_receipt'),
    );
  },
  CorrectionRequested: (event) => {
    const entry = correctionRequested.schema.parse(event.data);
    return [mail(event, entry.studentId, entry, 'correction_raised')];
  },
  CorrectionAccepted: (event) => {
    const entry = correctionAccepted.schema.parse(event.data);
    return [mail(event, entry.teacherId, entry, 'correction_accepted')];
  },
  CorrectionRejected: (event) => {
    const entry = correctionRejected.schema.parse(event.data);
    return [mail(event, entry.teacherId, entry, 'correction_rejected')];
  },
  DisputeRaised: (event) => {
    const entry = disputeRaised.schema.parse(event.data);
    return [mail(event, entry.teacherId, entry, 'dispute_raised')];
  },
  DisputeAccepted: (event) => {
    const entry = disputeAccepted.schema.parse(event.data);
    return [mail(event, entry.studentId, entry, 'dispute_accepted')];
  },
  DisputeRejected: (event) => {
    const entry = disputeRejected.schema.parse(event.data);
    return [mail(event, entry.studentId, entry, 'dispute_rejected')];
  },
  PauseWarningDue: (event) => {
    const { studentId, days, ...dates } = pauseWarningDue.schema.parse(event.data);
    const about = { ...dates, days: String(days) };
    return byChannel(event, studentId, 'pause_warning', about, ['email', 'sms']);
  },
} as const satisfies Record<string, Planner>;

function askStudent(
  event: EventEnvelope,
  { studentId, bookingId }: Lesson,
  kind: RecordMessage,
): PlannedMessage[] {
  return byChannel(event, studentId, kind, { studentId, bookingId }, ['email', 'sms']);
}

/** A mail to one of the two parties about one entry. */
function mail(
  event: EventEnvelope,
  personId: PersonId,
  { studentId, bookingId, moduleId }: Entry,
  kind: RecordMessage,
): PlannedMessage {
  const about = { studentId, bookingId, moduleId };
  return byChannel(event, personId, kind, about, ['email'])[0] as PlannedMessage;
}

function byChannel(
  event: EventEnvelope,
  personId: PersonId,
  kind: NotificationKind,
  about: Record<string, string>,
  channels: readonly Channel[],
): PlannedMessage[] {
  const { schoolId } = event;
  if (schoolId === null) throw new Error(`${event.name} ${event.id} names no school`);
  return channels.map((channel) => ({
    recipient: { personId },
    schoolId,
    kind,
    channel,
    about,
  }));
}
