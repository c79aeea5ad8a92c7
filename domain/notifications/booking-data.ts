import type { Language } from '../schools/school.ts';
import type { BookingFacts } from './booking-facts.ts';
import { cleanLine } from './clean-text.ts';
import { type Greeting, greeting } from './greeting.ts';
import type { MessageFacts } from './message-data.ts';
import { howLong, whenLong, whenShort } from './moments.ts';
import type { CalendarEntry } from './provider.ts';

/** What the templates of messages about a booking are given; every value is clean text. */
export type BookingData = Greeting & {
  link: string;
  lesson: string;
  when: string;
  whenShort: string;
  previously: string | null;
  previouslyShort: string | null;
  place: string | null;
  /** null in the teacher's own messages */
  teacher: string | null;
  /** in the teacher's messages alone */
  students: string | null;
  /** how long before the lesson: `24 timer` */
  left: string;
};

/** What each kind of lesson is called where the school has no name for it. */
export const LESSON_KINDS: Record<Language, Record<BookingFacts['kind'], string>> = {
  da: {
    theory: 'Teori',
    road: 'Køretime',
    manoeuvring: 'Manøvrebane',
    skid: 'Køreteknisk anlæg',
    test: 'Prøve',
    other: 'Booking',
  },
  en: {
    theory: 'Theory lesson',
    road: 'Driving lesson',
    manoeuvring: 'Manoeuvring course',
    skid: 'Skid facility',
    test: 'Test',
    other: 'Booking',
  },
};
const WORDS: Record<Language, { teacher: string; cancelled: string }> = {
  da: { teacher: 'Underviser', cancelled: 'Aflyst' },
  en: { teacher: 'Teacher', cancelled: 'Cancelled' },
};
const LONGEST_NAME = 60;
const LONGEST_PLACE = 200;

type Facts = Pick<
  MessageFacts,
  'language' | 'schoolName' | 'recipientName' | 'portalUrl' | 'booking'
>;

/** The data of a message about a booking. Throws without one. */
export function bookingData(facts: Facts): BookingData {
  const booking = required(facts);
  const { language } = facts;
  const zone = { timeZone: booking.timeZone, language };
  const { previously } = booking;
  const forTeacher = booking.role === 'teacher';
  return {
    ...greeting(facts),
    link: facts.portalUrl,
    lesson: lessonName(booking, language),
    when: whenLong(booking.times, zone),
    whenShort: whenShort(booking.times, zone),
    previously: previously && whenLong(previously, zone),
    previouslyShort: previously && whenShort(previously, zone),
    place: cleanOrNull(booking.place, LONGEST_PLACE),
    teacher: forTeacher ? null : cleanOrNull(booking.teacherName, LONGEST_NAME),
    students: names(booking),
    left: howLong(booking.leftMs, language),
  };
}

/**
 * The lesson for the reader's own calendar. One UID for a booking, so that a move moves the entry and
 * a cancellation takes it away; nobody is named in it but the reader's teacher.
 */
export function calendarEntry(
  facts: Facts & { recipientEmail: string; organizerEmail: string; at: string },
  method: CalendarEntry['method'],
): CalendarEntry {
  const booking = required(facts);
  const { language } = facts;
  const { school, name } = greeting(facts);
  const { teacher, place } = bookingData(facts);
  const words = WORDS[language];
  const summary = `${LESSON_KINDS[language][booking.kind]}: ${school}`;
  return {
    method,
    uid: `${booking.bookingId}@just-driving`,
    sequence: booking.sequence,
    ...booking.times,
    at: facts.at,
    summary: method === 'CANCEL' ? `${words.cancelled}: ${summary}` : summary,
    description: teacher && `${words.teacher}: ${teacher}`,
    place,
    organizer: { name: school, email: facts.organizerEmail },
    attendee: { name, email: facts.recipientEmail },
  };
}

function required({ booking }: Facts): BookingFacts {
  if (!booking) throw new Error('a message of this kind needs its booking');
  return booking;
}

function lessonName({ typeName, kind }: BookingFacts, language: Language): string {
  return cleanOrNull(typeName, LONGEST_NAME) ?? LESSON_KINDS[language][kind];
}

function names({ studentNames }: BookingFacts): string | null {
  return (
    studentNames && (studentNames.map((name) => cleanLine(name, LONGEST_NAME)).join(', ') || '-')
  );
}

function cleanOrNull(text: string | null, longest: number): string | null {
  return text === null ? null : cleanLine(text, longest) || null;
}
