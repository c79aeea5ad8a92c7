import type { EventEnvelope } from '../../events/define.ts';
import {
  bookingCancelled,
  bookingCompleted,
  bookingConfirmed,
  bookingMoved,
  bookingReminderDue,
  bookingStudentsAdded,
  bookingStudentsRemoved,
} from '../../events/scheduling.ts';
import type { PersonId, SchoolId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import {
  type BookingMessage,
  CHANGE_MESSAGES,
  type Channel,
  type Times,
  type ToldOfBooking,
} from './notification.ts';
import type { PlannedMessage } from './plan.ts';

/** What is worth an SMS: who comes when. */
const BY_SMS: readonly BookingMessage[] = [
  'booking_confirmed',
  'booking_moved',
  'booking_cancelled',
  'booking_reminder',
];

type About = Record<'bookingId' | 'startsAt' | 'endsAt', string> & {
  teacherId: PersonId;
  studentIds: readonly PersonId[];
};
type Told = { previously?: Times };
type Planner = (event: EventEnvelope) => PlannedMessage[];

/** Who hears what of a booking: the students it concerns, and its teacher. */
export const BOOKING_PLANS = {
  BookingConfirmed: (event) => {
    const about = bookingConfirmed.schema.parse(event.data);
    return toAll(event, about, 'booking_confirmed');
  },
  BookingMoved: (event) => {
    const { previous, ...about } = bookingMoved.schema.parse(event.data);
    const before = timesOf(previous);
    const told = { ...(differs(about, previous) && { previously: before }) };
    const students = toStudents(event, about, about.studentIds, 'booking_moved', told);
    if (previous.teacherId === about.teacherId) {
      return [...students, ...toTeacher(event, about, 'booking_moved', told)];
    }
    const gone = { ...about, ...before, teacherId: previous.teacherId };
    return [
      ...students,
      ...toTeacher(event, about, 'booking_confirmed'),
      ...toTeacher(event, gone, 'booking_cancelled'),
    ];
  },
  BookingCancelled: (event) => {
    const about = bookingCancelled.schema.parse(event.data);
    return toAll(event, about, 'booking_cancelled');
  },
  BookingStudentsAdded: (event) => {
    const { added, ...about } = bookingStudentsAdded.schema.parse(event.data);
    return [
      ...toStudents(event, about, added, 'booking_confirmed'),
      ...toTeacher(event, about, 'booking_changed'),
    ];
  },
  BookingStudentsRemoved: (event) => {
    const { removed, ...about } = bookingStudentsRemoved.schema.parse(event.data);
    return [
      ...toStudents(event, about, removed, 'booking_cancelled'),
      ...toTeacher(event, about, 'booking_changed'),
    ];
  },
  BookingCompleted: (event) => {
    const { attended, ...about } = bookingCompleted.schema.parse(event.data);
    return toStudents(event, about, attended, 'booking_completed');
  },
  BookingReminderDue: (event) => {
    const about = bookingReminderDue.schema.parse(event.data);
    return toAll(event, about, 'booking_reminder');
  },
} as const satisfies Record<string, Planner>;

function toAll(event: EventEnvelope, about: About, kind: BookingMessage): PlannedMessage[] {
  return [...toStudents(event, about, about.studentIds, kind), ...toTeacher(event, about, kind)];
}

function toStudents(
  event: EventEnvelope,
  about: About,
  studentIds: readonly PersonId[],
  kind: BookingMessage,
  told: Told = {},
): PlannedMessage[] {
  return studentIds.flatMap((id) =>
    byChannel(event, about, id, kind, { role: 'student', ...told }),
  );
}

function toTeacher(
  event: EventEnvelope,
  about: About,
  kind: BookingMessage,
  told: Told = {},
): PlannedMessage[] {
  return byChannel(event, about, about.teacherId, kind, { role: 'teacher', ...told });
}

function byChannel(
  event: EventEnvelope,
  about: About,
  personId: PersonId,
  kind: BookingMessage,
  told: Pick<ToldOfBooking, 'role'> & Told,
): PlannedMessage[] {
  if (event.schoolId === null) throw new Error(`${event.name} ${event.id} names no school`);
  const channels: Channel[] = BY_SMS.includes(kind) ? ['email', 'sms'] : ['email'];
  return channels.map((channel) => ({
    recipient: { personId },
    schoolId: event.schoolId as SchoolId,
    kind,
    channel,
    about: { bookingId: about.bookingId },
    booking: {
      bookingId: about.bookingId,
      bookingVersion: event.subject.version,
      ...timesOf(about),
      ...told,
    },
    ...(CHANGE_MESSAGES.includes(kind) && {
      change: {
        version: event.subject.version,
        standing: kind !== 'booking_cancelled',
        mayWait: kind !== 'booking_cancelled',
      },
    }),
  }));
}

function timesOf({ startsAt, endsAt }: Record<'startsAt' | 'endsAt', string>): Times {
  return { startsAt: startsAt as Instant, endsAt: endsAt as Instant };
}

function differs(a: Record<'startsAt' | 'endsAt', string>, b: typeof a): boolean {
  return a.startsAt !== b.startsAt || a.endsAt !== b.endsAt;
}
