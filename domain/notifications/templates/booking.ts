import { factsMail } from './facts-mail.ts';
import type { MessageTemplate } from './template.ts';

/** The words of a language that every message about a booking shares. */
export type BookingWords = {
  hello: string;
  what: string;
  when: string;
  previously: string;
  place: string;
  teacher: string;
  students: string;
  button: string;
  otherwise: string;
};

/**
 * The mail of one kind: what happened in a sentence, then the facts. Lines that a reader has nothing
 * in (a student sees no other student, a lesson may have no place) are left out.
 */
export function bookingMail(
  words: BookingWords,
  subject: string,
  lead: string,
  sms?: string,
): MessageTemplate {
  const lines = [
    [words.what, '{{ lesson }}'],
    [words.when, '{{ when }}'],
    [words.previously, '{{ previously }}', 'previously'],
    [words.place, '{{ place }}', 'place'],
    [words.teacher, '{{ teacher }}', 'teacher'],
    [words.students, '{{ students }}', 'students'],
  ] as const;
  return factsMail(words, subject, lead, lines, sms);
}
