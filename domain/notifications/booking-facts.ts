import type { MembershipRow } from '../people/membership.entity.ts';
import { readPeople } from '../people/read-people.ts';
import type { BookingRow } from '../scheduling/booking.entity.ts';
import { findBooking } from '../scheduling/booking-scope.ts';
import { bookingTypeEntity } from '../scheduling/booking-type.entity.ts';
import type { SchoolRow } from '../schools/school.entity.ts';
import { type Instant, millisecondsBetween } from '../shared/instant.ts';
import type { Context } from '../store/context.ts';
import type { NotificationRow } from './notification.entity.ts';
import type { BookingMessage, NotificationStatus, Times, ToldOfBooking } from './notification.ts';
import { noNews, takingPart } from './said.ts';

/** What a message about a booking says, read again just before it goes. */
export type BookingFacts = {
  bookingId: string;
  kind: BookingRow['kind'];
  /** the calendar files' SEQUENCE */
  sequence: number;
  times: Times;
  previously: Times | null;
  timeZone: string;
  /** what the school calls this kind of lesson */
  typeName: string | null;
  place: string | null;
  teacherName: string | null;
  role: ToldOfBooking['role'];
  /** for the teacher alone, while they are the teacher: no student is told of another */
  studentNames: readonly string[] | null;
  /** until the lesson, when the message was made: the same in every try to send it */
  leftMs: number;
};

type NotSent = { notSent: { status: NotificationStatus; error: string } };

/** The facts of a message about a booking, or why it is not to be sent any more. */
export async function bookingFacts(
  context: Context,
  row: NotificationRow & { kind: BookingMessage },
  school: SchoolRow,
): Promise<{ facts: BookingFacts } | NotSent> {
  const { store, now } = context;
  const told = row.booking;
  if (!told) return { notSent: { status: 'failed', error: 'no_booking' } };
  const { schoolId, timeZone } = school;
  const booking = await findBooking(store, schoolId, told.bookingId);
  if (!booking) return { notSent: { status: 'expired', error: 'no_booking' } };
  const notSent =
    outdated(row.kind, told, row.personId, booking, now()) ?? (await noNews(context, row, booking));
  if (notSent) return { notSent };

  const forTeacher = told.role === 'teacher' && row.kind !== 'booking_cancelled';
  const studentIds = forTeacher ? takingPart(booking) : [];
  const [people, type] = await Promise.all([
    readPeople(store, schoolId, [booking.teacherId, ...studentIds]),
    store.get(
      bookingTypeEntity,
      bookingTypeEntity.get({ schoolId, bookingTypeId: booking.bookingTypeId }),
    ),
  ]);
  const nameOf = (id: string): string | null => {
    const membership: MembershipRow | undefined = people.get(id)?.membership;
    return membership?.name ?? null;
  };
  return {
    facts: {
      bookingId: booking.bookingId,
      kind: booking.kind,
      sequence: booking.sequence,
      times: { startsAt: told.startsAt, endsAt: told.endsAt },
      previously: told.previously ?? null,
      timeZone,
      typeName: type?.name ?? null,
      place: booking.location ?? null,
      teacherName: nameOf(booking.teacherId),
      role: told.role,
      studentNames: forTeacher ? studentIds.flatMap((id) => nameOf(id) ?? []) : null,
      leftMs: millisecondsBetween(row.createdAt as Instant, told.startsAt),
    },
  };
}

/**
 * Whether a message tells what is not so any more. Whatever made it untrue has an event of its own,
 * which tells the same reader: so it is `superseded`; once the lesson is over, nothing matters: `expired`.
 *
 *   confirmed for 10:00 ── still queued ── moved to 12:00 ── superseded; "moved to 12:00" is on its way
 */
function outdated(
  kind: BookingMessage,
  told: ToldOfBooking,
  personId: string,
  booking: BookingRow,
  now: Instant,
): NotSent['notSent'] | null {
  const { status } = booking.state;
  const takesPart = [booking.teacherId, ...takingPart(booking)].includes(personId);
  if (kind === 'booking_completed') {
    const came = booking.students.some(
      (part) => part.studentId === personId && part.status === 'attended',
    );
    return came ? null : superseded('did_not_attend');
  }
  if (told.endsAt <= now) return { status: 'expired', error: 'lesson_over' };
  if (kind === 'booking_cancelled') {
    return status === 'confirmed' && takesPart ? superseded('takes_part_again') : null;
  }
  if (status === 'completed' || status === 'no_show') {
    return { status: 'expired', error: 'lesson_over' };
  }
  if (status !== 'confirmed') return superseded('booking_cancelled');
  if (!takesPart) return superseded('no_longer_taking_part');
  if (told.startsAt !== booking.startsAt || told.endsAt !== booking.endsAt) {
    return superseded('booking_moved');
  }
  if (kind === 'booking_reminder' && told.startsAt <= now) {
    return { status: 'expired', error: 'lesson_begun' };
  }
  return null;
}

function superseded(error: string): NotSent['notSent'] {
  return { status: 'superseded', error };
}
