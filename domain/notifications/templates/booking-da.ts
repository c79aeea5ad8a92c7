import type { BookingMessage } from '../notification.ts';
import { type BookingWords, bookingMail } from './booking.ts';
import type { MessageTemplate } from './template.ts';

const WORDS: BookingWords = {
  hello: 'Hej{% if name %} {{ name }}{% endif %}',
  what: 'Hvad',
  when: 'Hvornår',
  previously: 'Før',
  place: 'Mødested',
  teacher: 'Underviser',
  students: 'Elever',
  button: 'Gå til din side',
  otherwise: 'Virker knappen ikke, så brug dette link:',
};

/** Names and places are cut in an SMS: two parts at most for ordinary ones. */
const SMS_LESSON = '{{ lesson | truncate: 30 }}';
const SMS_WHERE =
  '{% if place %} Mødested: {{ place | truncate: 40 }}.{% endif %}{% if teacher %} Underviser: {{ teacher | truncate: 30 }}.{% endif %}';

export const BOOKING_DA: Record<BookingMessage, MessageTemplate> = {
  booking_confirmed: bookingMail(
    WORDS,
    'Booket: {{ lesson }} {{ whenShort }}',
    'Der er booket en tid til dig hos {{ school }}.',
    `{{ school }}: Booket: ${SMS_LESSON} {{ whenShort }}.${SMS_WHERE}`,
  ),
  booking_moved: bookingMail(
    WORDS,
    'Ændret: {{ lesson }} {{ whenShort }}',
    'Din tid hos {{ school }} er ændret. Her er det, der gælder nu.',
    `{{ school }}: Ændret: ${SMS_LESSON} er nu {{ whenShort }}{% if previouslyShort %} (før {{ previouslyShort }}){% endif %}.${SMS_WHERE}`,
  ),
  booking_changed: bookingMail(
    WORDS,
    'Nye deltagere: {{ lesson }} {{ whenShort }}',
    'Der er ændret i, hvem der deltager. Her er det, der gælder nu.',
  ),
  booking_cancelled: bookingMail(
    WORDS,
    'Aflyst: {{ lesson }} {{ whenShort }}',
    'Din tid hos {{ school }} er aflyst.',
    `{{ school }}: Aflyst: ${SMS_LESSON} {{ whenShort }}{% if previouslyShort %} (før {{ previouslyShort }}){% endif %}.`,
  ),
  booking_completed: bookingMail(
    WORDS,
    'Gennemført: {{ lesson }} {{ whenShort }}',
    'Din tid hos {{ school }} er registreret som gennemført.',
  ),
  booking_reminder: bookingMail(
    WORDS,
    'Husk: {{ lesson }} {{ whenShort }}',
    'Husk din tid hos {{ school }} om {{ left }}.',
    `{{ school }}: Husk ${SMS_LESSON} om {{ left }}, {{ whenShort }}.${SMS_WHERE}`,
  ),
};
