import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { CalendarEntry } from '../../domain/notifications/provider.ts';

/**
 * A calendar entry as an iCalendar file (RFC 5545, method by RFC 5546). Times are in UTC, so no zone
 * has to be described. The reader is its only attendee and has accepted: the school has booked, so
 * no calendar asks for an answer, and nobody else's address is in it.
 */
export function calendarFile(entry: CalendarEntry): string {
  const cancelled = entry.method === 'CANCEL';
  const calendar = ical({
    prodId: { company: 'Just Driving', product: 'Bookings' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    start: new Date(entry.startsAt),
    end: new Date(entry.endsAt),
    stamp: new Date(entry.at),
    summary: entry.summary,
    description: entry.description,
    location: entry.place,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: parameter(entry.organizer.name), email: entry.organizer.email },
    attendees: [
      {
        name: parameter(entry.attendee.name ?? entry.attendee.email),
        email: entry.attendee.email,
        rsvp: false,
        status: ICalAttendeeStatus.ACCEPTED,
      },
    ],
  });
  return calendar.toString();
}

/** A name inside the quotes of a parameter: there is no way to write a quote there. */
function parameter(name: string): string {
  return name.replaceAll('"', "'");
}
