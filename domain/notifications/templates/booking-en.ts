import type { BookingMessage } from '../notification.ts';
import { type BookingWords, bookingMail } from './booking.ts';
import type { MessageTemplate } from './template.ts';

const WORDS: BookingWords = {
  hello: 'Hello{% if name %} {{ name }}{% endif %}',
  what: 'What',
  when: 'When',
  previously: 'Before',
  place: 'Where',
  teacher: 'Teacher',
  students: 'Students',
  button: 'Go to your page',
  otherwise: 'If the button does not work, use this link:',
};

/** Names and places are cut in an SMS: two parts at most for ordinary ones. */
const SMS_LESSON = '{{ lesson | truncate: 30 }}';
const SMS_WHERE =
  '{% if place %} Where: {{ place | truncate: 40 }}.{% endif %}{% if teacher %} Teacher: {{ teacher | truncate: 30 }}.{% endif %}';

export const BOOKING_EN: Record<BookingMessage, MessageTemplate> = {
  booking_confirmed: bookingMail(
    WORDS,
    'Booked: {{ lesson }} {{ whenShort }}',
    'A time is booked for you with {{ school }}.',
    `{{ school }}: Booked: ${SMS_LESSON} {{ whenShort }}.${SMS_WHERE}`,
  ),
  booking_moved: bookingMail(
    WORDS,
    'Changed: {{ lesson }} {{ whenShort }}',
    'Your booking with {{ school }} has changed. This is what holds now.',
    `{{ school }}: Changed: ${SMS_LESSON} is now {{ whenShort }}{% if previouslyShort %} (was {{ previouslyShort }}){% endif %}.${SMS_WHERE}`,
  ),
  booking_changed: bookingMail(
    WORDS,
    'New participants: {{ lesson }} {{ whenShort }}',
    'Who takes part has changed. This is what holds now.',
  ),
  booking_cancelled: bookingMail(
    WORDS,
    'Cancelled: {{ lesson }} {{ whenShort }}',
    'Your booking with {{ school }} is cancelled.',
    `{{ school }}: Cancelled: ${SMS_LESSON} {{ whenShort }}{% if previouslyShort %} (was {{ previouslyShort }}){% endif %}.`,
  ),
  booking_completed: bookingMail(
    WORDS,
    'Completed: {{ lesson }} {{ whenShort }}',
    'Your booking with {{ school }} is registered as completed.',
  ),
  booking_reminder: bookingMail(
    WORDS,
    'Reminder: {{ lesson }} {{ whenShort }}',
    'Remember your booking with {{ school }} in {{ left }}.',
    `{{ school }}: Remember ${SMS_LESSON} in {{ left }}, {{ whenShort }}.${SMS_WHERE}`,
  ),
};
